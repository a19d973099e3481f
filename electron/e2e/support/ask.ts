import type { Page } from 'playwright-core'
import type { Channel, Channels, Desk } from '../../../shared/ipc'

/** Asks the main process as the window's own page does, past its interface. */
export async function ask<C extends Channel>(
  page: Page,
  channel: C,
  request: Channels[C]['request'],
): Promise<Channels[C]['reply']> {
  const reply: unknown = await page.evaluate(
    ([on, what]) => {
      const { desk } = globalThis as unknown as { desk: Desk }
      return desk.ask(on as 'app:start', what as null)
    },
    [channel, request] as const,
  )
  return reply as Channels[C]['reply']
}
