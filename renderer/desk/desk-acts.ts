/** Acts and questions that several tests of the desk share. */

import type { DeskWorld } from './desk-world'
import { cellPlace, fieldPlace } from './place'
import { setFigures } from './repair'
import { shownFindingsOf } from './shown-findings'

export const name = fieldPlace('basics', 'publisher.name')
export const phone = fieldPlace('basics', 'contact.phone')

export function typeName({ desk }: DeskWorld, text: string): void {
  for (let length = 1; length <= text.length; length++)
    desk.edit({ kind: 'typing', place: name }, (draft) => {
      draft.publisher.name = text.slice(0, length)
    })
}

export function put(
  { desk }: DeskWorld,
  figures: Record<string, number | undefined>,
  kind: 'typing' | 'once' = 'once',
) {
  desk.edit({ kind, place: cellPlace('3', Object.keys(figures)[0] ?? '') }, (draft) =>
    setFigures(draft, figures),
  )
}

export const messages = (world: DeskWorld, step = '3') =>
  shownFindingsOf(world.draft(), world.desk.store.getState().session.touched, step).map(
    ({ message }) => message,
  )

export const steps = ({ desk }: DeskWorld) => desk.store.getState().history.done.length
