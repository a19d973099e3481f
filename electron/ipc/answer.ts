import type { Channel, Channels } from '../../shared/ipc'
import type { Envelope } from './envelope'
import { validate } from './requests.schema.json?validator'

/** One function per channel of the contract. */
export type Handlers = {
  [C in Channel]: (request: Channels[C]['request']) => Promise<Channels[C]['reply']> | Channels[C]['reply']
}

/**
 * Answers what the window asked. The channel and its request are checked first; what does not fit is refused, and
 * a handler that throws fails as a value. `report` is told why, without anything of the draft's content.
 */
export async function answer(
  handlers: Handlers,
  channel: unknown,
  request: unknown,
  report: (line: string) => void,
): Promise<Envelope> {
  if (!isRequest(channel, request)) {
    report(`refused a malformed request on ${JSON.stringify(channel)?.slice(0, 100)}`)
    return { kind: 'refused' }
  }
  try {
    return { kind: 'reply', reply: await call(handlers, channel, request) }
  } catch (error) {
    report(`${channel} failed: ${error instanceof Error ? error.stack : String(error)}`)
    return { kind: 'failed' }
  }
}

function isRequest<C extends Channel>(channel: unknown, request: unknown): channel is C {
  // To ajv a key that holds undefined is not there, and nothing would be checked.
  return typeof channel === 'string' && request !== undefined && validate({ [channel]: request })
}

function call<C extends Channel>(handlers: Handlers, channel: C, request: unknown) {
  return handlers[channel](request as Channels[C]['request'])
}
