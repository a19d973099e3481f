import { type CSSProperties, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Finding } from '../../shared/check/finding'
import { fingerprint } from '../../shared/check/fingerprint'
import { findingsAt } from '../desk/shown-findings'
import { useDesk, useDeskState } from '../desk/use-desk'
import { FindingLine } from './finding-line'
import { texts } from './shell.texts'
import './finding-choices.css'

/** What can be done about the findings at the caret, beside it: opened with Alt+↓, left with Escape. */
export function FindingChoices() {
  const choosing = useDeskState(({ session }) => session.choosing)
  return choosing ? <Choices /> : null
}

const none: never[] = []

function Choices() {
  const desk = useDesk()
  const box = useRef<HTMLDivElement>(null)
  const [place] = useState(besideCaret)
  const draft = useDeskState((state) => state.draft)
  const touched = useDeskState(({ session }) => session.touched)
  const step = useDeskState(({ session }) => session.step)
  const focus = useDeskState(({ session }) => session.focus)
  const visited = useDeskState(({ session }) => session.visited)
  const findings = draft ? visitedFirst(findingsAt(draft, touched, step, focus), visited) : none
  const isDone = findings.length === 0

  useLayoutEffect(() => controlsOf(box.current)[0]?.focus(), [])
  useEffect(() => {
    if (isDone) desk.backToCaret()
  }, [isDone, desk])
  useEffect(() => {
    function onPointerDown(event: PointerEvent): void {
      if (event.target instanceof Node && !box.current?.contains(event.target)) desk.stopChoosing()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  }, [desk])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') desk.backToCaret()
    else if (event.key === 'ArrowDown') moveFocus(box.current, 1)
    else if (event.key === 'ArrowUp') moveFocus(box.current, -1)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={box}
      className="finding-choices"
      role="dialog"
      aria-label={texts.choices}
      style={place}
      onKeyDown={onKeyDown}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) desk.stopChoosing()
      }}
    >
      {withoutRepeatedFixes(findings).map((finding) => (
        <FindingLine
          key={fingerprint(finding)}
          finding={finding}
          fixable
          onGo={() => desk.goToFinding(finding)}
          onKept={desk.backToCaret}
        />
      ))}
    </div>
  )
}

/** In a text all of its findings are at the caret: the one it came upon comes first. */
function visitedFirst(findings: Finding[], visited: string | null): Finding[] {
  const isVisited = (finding: Finding) => finding.cells.length === 0 && fingerprint(finding) === visited
  return [...findings.filter(isVisited), ...findings.filter((finding) => !isVisited(finding))]
}

/** One wrong cell breaks several sums: its repair is offered once. */
function withoutRepeatedFixes(findings: Finding[]): Finding[] {
  const offered = new Set<string>()
  return findings.map((finding) => {
    const fixes = finding.fixes?.filter(({ cells }) => {
      const key = JSON.stringify(cells)
      return !offered.has(key) && offered.add(key)
    })
    return fixes ? { ...finding, fixes } : finding
  })
}

const WIDTH = 420
const ROOM = 240
const GAP = 4

/** Below the caret's cell, field or words; above where there is no room below. */
function besideCaret(): CSSProperties {
  const { left, top, bottom } = caretRect()
  const start = Math.max(GAP, Math.min(left, window.innerWidth - WIDTH - GAP))
  const below = window.innerHeight - bottom - 2 * GAP
  if (below > ROOM) return { left: start, top: bottom + GAP, width: WIDTH, maxHeight: below }
  const above = top - 2 * GAP
  return { left: start, bottom: window.innerHeight - top + GAP, width: WIDTH, maxHeight: above }
}

function caretRect(): DOMRect {
  const element = document.activeElement ?? document.body
  const selection = document.getSelection()
  const isInText = element instanceof HTMLElement && element.isContentEditable && selection?.rangeCount
  return isInText ? selection.getRangeAt(0).getBoundingClientRect() : element.getBoundingClientRect()
}

/** What does something comes before the lines that only lead to a place. */
function controlsOf(box: HTMLElement | null): HTMLElement[] {
  const controls = [...(box?.querySelectorAll<HTMLElement>('.finding-action, input') ?? [])]
  return controls.length > 0 ? controls : [...(box?.querySelectorAll<HTMLElement>('button') ?? [])]
}

function moveFocus(box: HTMLElement | null, direction: 1 | -1): void {
  const controls = controlsOf(box)
  const here = controls.findIndex((control) => control.matches(':focus'))
  controls[(here + direction + controls.length) % controls.length]?.focus()
}
