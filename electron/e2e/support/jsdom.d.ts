/** The part of jsdom that tests use to edit XML. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(markup: string, options: { contentType: string })
    readonly window: Window & typeof globalThis
  }
}
