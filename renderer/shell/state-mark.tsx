import type { StepState } from '../desk/step-states'

/** ○ ◐ ! ● — four shapes that can be told apart without colour. */
export function StateMark({ state }: { state: StepState }) {
  return (
    <svg
      className={`state-mark state-mark-${state}`}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
    >
      {shapes[state]}
    </svg>
  )
}

const shapes = {
  untouched: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  inProgress: (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M8 2.5a5.5 5.5 0 0 0 0 11z" fill="currentColor" />
    </>
  ),
  problems: (
    <>
      <path d="M8 1.5 15 14H1z" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinejoin="round" />
      <path d="M8 6v4M8 11.2v1.3" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  done: <circle cx="8" cy="8" r="6" fill="currentColor" />,
}
