/** The other side of words-in-worker.ts: reads drafts one after the other. */

import { checkWords } from '../../shared/check/check'
import { readFigures } from '../../shared/check/text/read-figures'
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
    const format = formatOf(draft)
    const figures = readFigures(draft, format)
    return { ok: true, read: { words: checkWords(draft, format, { previous }), figures } }
  } catch {
    return { ok: false }
  }
}
