import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Finding } from '../../shared/check/finding'
import { placeOfFinding } from '../desk/place'
import { useDesk, useDeskState } from '../desk/use-desk'
import { keep, REASON_LIMIT, takeBack } from '../desk/waiving'
import { texts } from './shell.texts'

/** Keeps the finding on purpose, once a reason is given. */
export function KeepButton({ finding, onKept }: { finding: Finding; onKept(): void }) {
  const [asking, setAsking] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  if (asking)
    return (
      <ReasonForm
        finding={finding}
        onKept={onKept}
        onCancel={() => {
          setAsking(false)
          requestAnimationFrame(() => button.current?.focus())
        }}
      />
    )
  return (
    <button
      ref={button}
      type="button"
      className="button button-quiet finding-action"
      aria-label={texts.keepOf(finding.message)}
      onClick={() => setAsking(true)}
    >
      {texts.keep}
    </button>
  )
}

function ReasonForm(props: { finding: Finding; onKept(): void; onCancel(): void }) {
  const { finding } = props
  const desk = useDesk()
  const place = useWaivingPlace(finding)
  const field = useRef<HTMLInputElement>(null)
  const [reason, setReason] = useState('')
  useEffect(() => field.current?.focus(), [])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return
    // Only this form closes, not what it stands in.
    event.stopPropagation()
    props.onCancel()
  }

  return (
    <form
      className="finding-reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') return
        desk.edit({ kind: 'once', place }, (draft) => keep(draft, finding, reason))
        props.onKept()
      }}
    >
      <input
        ref={field}
        className="input"
        aria-label={texts.reason}
        placeholder={texts.reasonHint}
        maxLength={REASON_LIMIT}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" className="button finding-action" aria-disabled={reason.trim() === ''}>
        {texts.keepIt}
      </button>
      <button type="button" className="button button-quiet finding-action" onClick={props.onCancel}>
        {texts.cancel}
      </button>
    </form>
  )
}

/** Of a finding that was kept: its reason, and the way back. */
export function KeptNote({ finding, reason }: { finding: Finding; reason: string }) {
  const desk = useDesk()
  const place = useWaivingPlace(finding)
  return (
    <div className="finding-actions">
      <span className="finding-kept-reason">{texts.kept(reason)}</span>
      <button
        type="button"
        className="button button-quiet finding-action"
        aria-label={texts.takeBackOf(finding.message)}
        onClick={() => desk.edit({ kind: 'once', place }, (draft) => takeBack(draft, finding))}
      >
        {texts.takeBack}
      </button>
    </div>
  )
}

/** Undo leads back to where it was done: the review, or the finding's own place. */
function useWaivingPlace(finding: Finding) {
  const inReview = useDeskState(({ session }) => session.step === 'review')
  return inReview ? { step: 'review', target: { kind: 'heading' as const } } : placeOfFinding(finding)
}
