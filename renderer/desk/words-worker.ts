/** The other side of words-in-worker.ts: reads drafts one after the other. */

import { checkWords } from '../../shared/check/check'
import type { Draft } from '../../shared/draft/draft'
import { formatOf } from './derived'
import { sameParts } from './same-parts'
import type { Answer, Question } from './words-in-worker'

let last: Draft | undefined

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  last = sameParts(data.draft, last)
  postMessage(answerTo({ ...data, draft: last }))
})

function answerTo({ draft, previous }: Question): Answer {
  try {
    return { ok: true, words: checkWords(draft, formatOf(draft), { previous }) }
  } catch {
    return { ok: false }
  }
}
