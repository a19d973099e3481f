/** Where the clerk is: screen, step, caret, and what the panel beside the form shows. */

import type { StoreApi } from 'zustand/vanilla'
import type { Finding } from '../../shared/check/finding'
import { fingerprint } from '../../shared/check/fingerprint'
import { findingsOf, formatOf } from './derived'
import type { DeskState, Message, PanelTab, Session } from './desk-state'
import { type Place, placeOfFinding, type Step, type Target } from './place'
import { findingsAt, nextFinding, shownFindings } from './shown-findings'
import { neighbour, stepsOf } from './steps'

export interface Moving {
  /** Opens the step and asks the caret to go to the place. */
  goTo(place: Place): void
  goToStep(step: Step): void
  goToNeighbour(direction: 1 | -1): void
  goToFinding(finding: Finding): void
  /** The caret came upon this finding's words: it is shown beside them, unless something else is looked at there. */
  comeUpon(mark: string): void
  /** Opens the choices for the findings at the caret, where there are any. */
  choose(): void
  /** Closes them and leaves the caret; backToCaret closes them too. */
  stopChoosing(): void
  /** Next (1) or previous (-1) finding; in the review all of them, elsewhere those the form shows. */
  goToNextFinding(direction: 1 | -1): void
  goHome(): void
  /** This year's report beside last year's; backToCaret leads back. */
  compareYears(): void
  backToReport(): void
  /** The caret is here now. */
  focusOn(target: Target): void
  /** The caret has left the field: from now on it is checked openly. */
  touch(field: string): void
  showPanel(tab: PanelTab): void
  closePanel(): void
  /** The caret goes to the guidance for where it is, and back with backToCaret. */
  help(): void
  backToCaret(): void
  say(message: Message | null): void
}

export function createMoving(store: StoreApi<DeskState>): Moving {
  const update = (change: (session: Session) => Partial<Session>): void =>
    store.setState(({ session }) => ({ session: { ...session, ...change(session) } }))

  function goTo(place: Place): void {
    update((session) => ({
      screen: 'report',
      step: place.step,
      focus: place.target,
      request: { place, nonce: (session.request?.nonce ?? 0) + 1 },
      panelOpen: false,
      choosing: false,
    }))
  }
  function goToStep(step: Step): void {
    goTo({ step, target: { kind: 'heading' } })
    update(() => ({ round: 'shown' }))
  }

  function goToFinding(finding: Finding): void {
    const inReview = store.getState().session.step === 'review'
    goTo(placeOfFinding(finding))
    // Beside the words or the cell stands what is wrong with it.
    update(({ round }) => ({
      visited: fingerprint(finding),
      round: inReview ? 'all' : round,
      panel: 'findings',
    }))
  }

  function backToCaret(): void {
    const { step, focus } = store.getState().session
    goTo({ step, target: focus })
  }

  return {
    goTo,
    goToStep,
    goToFinding,
    comeUpon: (mark) =>
      update(({ panel }) => ({ visited: mark, panel: panel === 'guidance' ? 'findings' : panel })),
    goToNeighbour(direction) {
      const { draft, session } = store.getState()
      if (!draft || session.screen !== 'report') return
      const step = neighbour(formatOf(draft), session.step, direction)
      if (step) goToStep(step)
    },
    goToNextFinding(direction) {
      const { draft, session } = store.getState()
      if (!draft || session.screen !== 'report') return
      const shown = shownFindings(draft, session.touched)
      const isAll = session.step === 'review' || session.round === 'all' || shown.length === 0
      const findings = isAll ? findingsOf(draft).filter((finding) => !finding.waived) : shown
      const steps = stepsOf(formatOf(draft))
      const next = nextFinding(findings, fingerprint, session.visited, session.step, steps, direction)
      if (next) goToFinding(next)
    },
    compareYears: () => update(() => ({ screen: 'comparison' })),
    goHome: () => update(() => ({ screen: 'home', message: null })),
    backToReport: () => goToStep(store.getState().session.step),
    focusOn: (target) => update(() => ({ focus: target })),
    touch(field) {
      const { touched } = store.getState().session
      if (!touched.has(field)) update(() => ({ touched: new Set(touched).add(field) }))
    },
    showPanel: (tab) => update(() => ({ panel: tab, panelOpen: true })),
    closePanel: () => update(() => ({ panelOpen: false })),
    help: () => update(({ helps }) => ({ panel: 'guidance', panelOpen: true, helps: helps + 1 })),
    backToCaret,
    choose() {
      const { draft, session } = store.getState()
      const isHere = draft && findingsAt(draft, session.touched, session.step, session.focus).length > 0
      if (isHere) update(() => ({ choosing: true }))
    },
    stopChoosing: () => update(() => ({ choosing: false })),
    say: (message) => update(() => ({ message })),
  }
}
