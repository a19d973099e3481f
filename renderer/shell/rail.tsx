import { memo } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { formatOf } from '../desk/derived'
import { type StepState, stepStates } from '../desk/step-states'
import { useDesk, useDeskState, useDraft } from '../desk/use-desk'
import { stepName, texts } from './shell.texts'
import { StateMark } from './state-mark'
import './rail.css'

/** The way through the report: every step with its state, by shape and by word. */
export function Rail() {
  const desk = useDesk()
  const format = useDraft(formatOf)
  const here = useDeskState(({ session }) => session.step)
  // Flat text compares by value: the rail is drawn again only when some state changed.
  const states = useDeskState(
    useShallow(({ draft, session }) =>
      draft
        ? stepStates(draft, session.touched, session.exported).map(
            ({ step, state, problems }) => `${step} ${state} ${problems}`,
          )
        : [],
    ),
  )
  return (
    <nav className="rail" aria-label={texts.rail}>
      <RailHead />
      <ol className="rail-steps">
        {states.map((line) => {
          const [step = '', state = 'untouched', problems = '0'] = line.split(' ')
          return (
            <RailStep
              key={step}
              step={step}
              {...stepName(step, format.chapters)}
              state={state as StepState}
              problems={Number(problems)}
              current={step === here}
              onGo={desk.goToStep}
            />
          )
        })}
      </ol>
    </nav>
  )
}

function RailHead() {
  const desk = useDesk()
  const year = useDraft((draft) => draft.year)
  const organ = useDraft(({ publisher }) => publisher.name)
  return (
    <div className="rail-head">
      <button type="button" className="rail-home" onClick={desk.goHome}>
        {texts.home}
      </button>
      <p className="rail-year">{texts.report(year)}</p>
      <p className="rail-organ">{organ === '' ? texts.noOrgan : organ}</p>
    </div>
  )
}

const RailStep = memo(function RailStep(props: {
  step: string
  name: string
  short: string
  state: StepState
  problems: number
  current: boolean
  onGo(step: string): void
}) {
  const words = props.step === 'export' ? texts.exportStates : texts.states
  const word = props.problems > 0 ? `${words[props.state]} ${props.problems}` : words[props.state]
  return (
    <li>
      <button
        type="button"
        className={`rail-step rail-step-${props.state}`}
        aria-current={props.current ? 'step' : undefined}
        title={`${props.name}　${word}`}
        onClick={() => props.onGo(props.step)}
      >
        <StateMark state={props.state} />
        <span className="rail-name">{props.name}</span>
        <span className="rail-short" aria-hidden="true">
          {props.short}
        </span>
        <span className="rail-word">{word}</span>
      </button>
    </li>
  )
})
