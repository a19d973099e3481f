import type { Draft } from '../../shared/draft/draft'

/**
 * The draft with those of its parts that say the same as the last one's replaced by them: a copy that came from
 * another thread shares nothing, and what was worked out about a part is remembered by its identity.
 */
export function sameParts(draft: Draft, last: Draft | undefined): Draft {
  if (!last) return draft
  const prose = Object.entries(draft.prose).map(([slot, blocks]) => [slot, same(blocks, last.prose[slot])])
  return {
    ...draft,
    prose: Object.fromEntries(prose),
    figures: same(draft.figures, last.figures),
    publisher: same(draft.publisher, last.publisher),
    ...(draft.previous && { previous: same(draft.previous, last.previous) }),
  }
}

function same<Part>(part: Part, last: Part | undefined): Part {
  return last !== undefined && JSON.stringify(part) === JSON.stringify(last) ? last : part
}
