import type { DocumentBlock, DocumentRun } from '../compose/document'

/**
 * The blocks so that no paragraph ends with a change of the kind of the whole block below it: LibreOffice takes the two
 * for one change and loses the end of the paragraph between them when it is rejected or accepted.
 */
export function endsApart(blocks: DocumentBlock[]): DocumentBlock[] {
  return blocks.map((block, index) => {
    const below = blocks[index + 1]?.change
    if (!below || block.change) return block
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return { ...block, runs: notEndingWith(block.runs, below.kind) }
      case 'runInHeading':
        return block.runs.length > 0
          ? { ...block, runs: notEndingWith(block.runs, below.kind) }
          : { ...block, heading: notEndingWith(block.heading, below.kind) }
      default:
        return block
    }
  })
}

type Kind = NonNullable<DocumentRun['change']>['kind']

/** The last change with its other half last; where it has none, the character before it becomes one. */
function notEndingWith(runs: DocumentRun[], kind: Kind): DocumentRun[] {
  const change = runs.at(-1)?.change
  if (change?.kind !== kind) return runs
  const start = runs.findLastIndex((run) => !run.change) + 1
  const tail = runs.slice(start)
  const [same, other] = [
    tail.filter((run) => run.change?.kind === kind),
    tail.filter((run) => run.change?.kind !== kind),
  ]
  if (other.length > 0) return [...runs.slice(0, start), ...same, ...other]
  const before = runs[start - 1]
  const character = [...(before?.text ?? '')].at(-1)
  if (!before || character === undefined) return runs
  const rest = { ...before, text: before.text.slice(0, -character.length) }
  const pulled = { ...before, text: character }
  const otherKind: Kind = kind === 'added' ? 'removed' : 'added'
  return [
    ...runs.slice(0, start - 1),
    ...(rest.text === '' ? [] : [rest]),
    { ...pulled, change },
    ...same,
    { ...pulled, change: { ...change, kind: otherKind } },
  ]
}
