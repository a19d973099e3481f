/** For tests: the whole window on a test desk, as the clerk has it. */

import { act, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import type { DeskWorld } from '../desk/desk-world'
import { DeskContext } from '../desk/use-desk'
import { App } from './app'

// jsdom lays nothing out and so has nowhere to scroll.
Element.prototype.scrollIntoView ??= () => {}

export async function openWindow(world: DeskWorld): Promise<UserEvent> {
  render(
    <DeskContext value={world.desk}>
      <App />
    </DeskContext>,
  )
  // The start's answer arrives.
  await act(async () => {})
  return userEvent.setup()
}
