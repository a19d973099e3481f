import type { Finding } from '../../shared/check/finding'
import type { Draft } from '../../shared/draft/draft'
import { fieldPlace, type Step } from '../desk/place'
import { shownFindings } from '../desk/shown-findings'
import { useDesk, useDeskState } from '../desk/use-desk'

export interface FieldAccess {
  /** What is wrong here, once the caret has been here. */
  problem: Finding | undefined
  /** Typing: joins the same field's typing just before it. */
  type(recipe: (draft: Draft) => void): void
  /** A choice: an undo step of its own. */
  choose(recipe: (draft: Draft) => void): void
  onFocus(): void
  onBlur(): void
}

/** What every field outside the tables has in common: its findings, its place in the history, its focus. */
export function useField(step: Step, field: string): FieldAccess {
  const desk = useDesk()
  const problem = useDeskState(({ draft, session }) =>
    draft ? shownFindings(draft, session.touched).find((finding) => finding.field === field) : undefined,
  )
  const place = fieldPlace(step, field)
  return {
    problem,
    type: (recipe) => desk.edit({ kind: 'typing', place }, recipe),
    choose: (recipe) => desk.edit({ kind: 'once', place }, recipe),
    onFocus: () => desk.focusOn(place.target),
    onBlur: () => {
      desk.seal()
      desk.touch(field)
    },
  }
}
