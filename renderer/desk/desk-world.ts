/** A desk for tests: a bridge that answers from a table and notes what was asked, and a clock that stands still. */

import type { Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import type { Desk as Bridge, Channel, Channels, Events, WriteError } from '../../shared/ipc'
import { fail, ok } from '../../shared/result'
import { createDesk, type WritingDesk } from './desk'
import type { ReadApart } from './words-apart'

type Answers = { [C in Channel]?: (request: Channels[C]['request']) => Channels[C]['reply'] }

export interface DeskWorld {
  desk: WritingDesk
  /** Every question in order, as [channel, request]. */
  asked: [Channel, unknown][]
  /** Requests of one channel. */
  askedFor<C extends Channel>(channel: C): Channels[C]['request'][]
  answer<C extends Channel>(
    channel: C,
    reply: (request: Channels[C]['request']) => Channels[C]['reply'],
  ): void
  /** Main tells the window something unasked. */
  tell<E extends keyof Events>(event: E, value: Events[E]): void
  pass(milliseconds: number): void
  draft(): Draft
}

export function deskWorld(readApart?: ReadApart): DeskWorld {
  let time = 1_000_000
  const asked: [Channel, unknown][] = []
  const answers: Answers = { ...usualAnswers }
  const listeners: { event: keyof Events; listener: (value: never) => void }[] = []
  const bridge: Bridge = {
    ask(channel, request) {
      asked.push([channel, request])
      const reply = answers[channel] as ((request: unknown) => unknown) | undefined
      if (!reply) return Promise.reject(new Error(`Nobody answers ${channel}.`))
      return new Promise((resolve) => resolve(reply(request) as never))
    },
    on(event, listener) {
      const entry = { event, listener: listener as (value: never) => void }
      listeners.push(entry)
      return () => {
        listeners.splice(listeners.indexOf(entry), 1)
      }
    },
  }
  const desk = createDesk(bridge, () => time, readApart)
  return {
    desk,
    asked,
    askedFor: (channel) => asked.filter(([name]) => name === channel).map(([, request]) => request) as never,
    answer(channel, reply) {
      answers[channel] = reply as never
    },
    tell(event, value) {
      for (const entry of [...listeners]) if (entry.event === event) entry.listener(value as never)
    },
    pass(milliseconds) {
      time += milliseconds
    },
    draft() {
      const { draft } = desk.store.getState()
      if (!draft) throw new Error('There is no draft on the desk.')
      return draft
    },
  }
}

/** A desk with a new report of the year on it. */
export async function deskWithReport(year = 2025, readApart?: ReadApart): Promise<DeskWorld> {
  const world = deskWorld(readApart)
  world.answer('draft:openSample', () => ok({ file: null, draft: draftOf(year) }))
  await world.desk.begin({ kind: 'sample', id: 'new' })
  return world
}

/** A desk with a report on it that lies in a file. */
export async function deskWithFile(draft: Draft = draftOf(2025)): Promise<DeskWorld> {
  const world = deskWorld()
  world.answer('draft:open', () => ok({ file: { handle: 'h1', name: '年报.nianbao' }, draft }))
  await world.desk.begin({ kind: 'open' })
  return world
}

export function draftOf(year: number): Draft {
  return newDraft({ format: proposeFormat(year), year, scope: 'organ' })
}

export function refused(kind: WriteError['kind']): { ok: false; error: WriteError } {
  return { ok: false, error: { kind, name: '年报.nianbao' } }
}

const usualAnswers: Answers = {
  'app:start': () => ({
    today: '2026-01-12',
    recent: [],
    samples: [],
    opened: null,
    resumed: false,
    recovered: [],
  }),
  'recent:list': () => [],
  'earlier:find': () => [],
  'window:state': () => null,
  'window:close': () => null,
  'recovery:keep': () => ok(null),
  'recovery:end': () => null,
  'report:preview': () => fail({ kind: 'pdfNotMade', name: '' }),
  'report:reveal': () => null,
  'fonts:installed': () => [],
  'style:office': () => ({ style: {} }),
  'style:keep': ({ style }) => ok({ style }),
  'draft:save': () => ok({ name: '年报.nianbao' }),
  'draft:saveAs': ({ suggestedName }) => ok({ handle: 'h2', name: `${suggestedName}.nianbao` }),
}
