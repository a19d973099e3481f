import type { Block, Draft, Run } from '../../../shared/draft/draft'
import { sampleDrafts } from './sample-drafts'

/** A draft of more than a hundred pages with everything that can go wrong on a page: the made-up sample, text added. */
export function longDraft(): Draft {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
  if (!sample) throw new Error('The sample is gone.')
  const { draft } = sample
  const [image = ''] = Object.keys(draft.images)
  const added = Array.from({ length: SECTIONS }, (_, index) => section(index + 1, image)).flat()
  return { ...draft, prose: { ...draft.prose, 5: [...(draft.prose[5] ?? []), ...added, longWord] } }
}

/** Each about two and a half pages. */
const SECTIONS = 42

function section(number: number, image: string): Block[] {
  return [
    { kind: 'heading', level: 1, text: text(`第${number}个方面的工作`) },
    { kind: 'runInHeading', level: 2, heading: text('基本情况。'), text: text(sentences(number, 9)) },
    ...[1, 2].map(
      (part): Block => ({ kind: 'numbered', level: 3, text: text(sentences(number * 10 + part, 9)) }),
    ),
    { kind: 'table', header: true, rows: grid(number, 4, 3) },
    { kind: 'paragraph', text: text(sentences(number * 100, 9)) },
    ...(number % 3 === 0 ? [{ kind: 'image' as const, image, caption: `第${number}个方面的图` }] : []),
    { kind: 'list', items: [1, 2, 3].map((part) => text(sentences(number * 1000 + part, 3))) },
    ...(number % 10 === 0 ? [{ kind: 'table' as const, header: false, rows: grid(number, 60, 2) }] : []),
    ...(number % 7 === 0 ? [{ kind: 'table' as const, header: false, rows: grid(number, 3, 14) }] : []),
  ]
}

const longWord: Block = { kind: 'paragraph', text: text('甲'.repeat(10_000)) }

function text(content: string): Run[] {
  return [{ kind: 'text', text: content }]
}

/** No two are alike, so that a lost or doubled one shows. */
function sentences(from: number, count: number): string {
  return Array.from(
    { length: count },
    (_, index) =>
      `第${from}之${index + 1}项，全年主动公开政府信息${from * 7 + index}条，群众“看得见、听得懂、信得过”。`,
  ).join('')
}

function grid(number: number, rows: number, columns: number): Run[][][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => text(`${number}-${row + 1}-${column + 1}`)),
  )
}
