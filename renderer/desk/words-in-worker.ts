import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Draft } from '../../shared/draft/draft'
import type { ReadApart, ReadText } from './words-apart'

export interface Question {
  draft: Draft
  previous: EarlierDraft[]
}

export type Answer = { ok: true; read: ReadText } | { ok: false }

/** Reads in a worker of its own, started with the first long text. One question at a time. */
export function readInWorker(): ReadApart {
  let worker: Worker | undefined
  return (draft, previous) =>
    new Promise((resolve, reject) => {
      worker ??= new Worker(new URL('./words-worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        data.ok ? resolve(data.read) : reject(new Error())
      worker.onerror = () => reject(new Error())
      // Pictures are not read, and are the larger part of a draft.
      const question: Question = { draft: { ...draft, images: {} }, previous }
      worker.postMessage(question)
    })
}
