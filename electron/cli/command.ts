import type { PagePrinter } from '../print/print-page'

/** Where a command speaks: data to one, everything else to the other. */
export interface Streams {
  /** Standard output. */
  data(text: string): void
  /** Standard error; one line. */
  note(line: string): void
}

/** Runs with the arguments after its name and returns the exit code; throws Refused for exit code 2. */
export type Command = (args: string[], streams: Streams, print: PagePrinter) => Promise<number>
