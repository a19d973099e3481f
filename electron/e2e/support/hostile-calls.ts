/** What a page knows that nobody controls any more. */
export interface CallOptions {
  seed: number
  /** The number of the first call; a call of a seed is always the same one. */
  from: number
  count: number
  /** What each channel takes, so that many a call gets past the first check. */
  shapes: Record<string, string[]>
  /** Paths it would like to have read or written. */
  paths: string[]
  /** Paths it has no way to know. */
  secrets: string[]
  /** Handles it was given, of its own files. */
  handles: string[]
  /** The text of a whole draft. */
  draft: string
}

export interface CallTally {
  replied: number
  refused: number
  failed: number
  /** Never left the page: what was asked cannot be sent. */
  unsent: number
  /** Dropped by main: it cannot be read. */
  unanswered: number
  /** Replies that name a path. */
  leaks: string[]
}

export type Call = (channel: unknown, request: unknown, ...more: unknown[]) => Promise<unknown>

/**
 * Asks the main process whatever a page could that somebody else has taken over. It runs in that page, as text: it
 * refers to nothing outside itself.
 */
export async function hostileCalls(options: CallOptions, call: Call): Promise<CallTally> {
  const { seed, from, count, shapes, paths, secrets, handles } = options
  const channels = Object.keys(shapes)
  let state = 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
  const pick = <Value>(list: Value[]): Value => list[Math.floor(next() * list.length)] as Value
  const digits = () =>
    Math.floor(next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0')
  const forged = () =>
    `${digits()}-${digits().slice(4)}-4${digits().slice(5)}-8${digits().slice(5)}-${digits()}${digits().slice(4)}`
  const path = () =>
    pick([(at: string) => at, (at: string) => `file://${at}`, (at: string) => `../../..${at}`])(pick(paths))
  const padded = () => path().padEnd(36, '/').slice(0, 36)
  const handle = (): unknown =>
    next() < 0.4
      ? pick(handles)
      : pick<() => unknown>([
          forged,
          padded,
          path,
          () => 0,
          () => [forged()],
          () => ({ toString: forged() }),
          () => null,
          () => '',
        ])()

  const cyclic = () => {
    const one: Record<string, unknown> = { kind: 'nianbao-draft' }
    one.self = one
    return one
  }
  const nested = () => {
    let value: unknown = null
    for (let depth = Math.floor(next() * 3000); depth > 0; depth--) value = next() < 0.5 ? [value] : { value }
    return value
  }
  const polluting = () =>
    JSON.parse(
      `{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "kind": "nianbao-draft"}`,
    )
  const strange: (() => unknown)[] = [
    () => undefined,
    () => null,
    () => Number.NaN,
    () => -0,
    () => 2n ** 64n,
    () => true,
    () => '',
    () => 'x'.repeat(Math.floor(next() ** 8 * 2_000_000)),
    () => '\ud800',
    path,
    () => [],
    () => new Array(Math.floor(next() * 1000)),
    () => new Uint8Array(Math.floor(next() * 5000)).fill(0x89),
    () =>
      new Uint8Array([
        0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 127, 255, 255, 255,
      ]),
    () => new Float64Array(8),
    () => new ArrayBuffer(64),
    () => new Date(Number.NaN),
    () => /(a+)+$/,
    () => new Map([[path(), polluting()]]),
    () => new Set([path()]),
    () => new Error(path()),
    () => () => path(),
    () => Symbol.iterator,
    () => new Proxy({}, {}),
    cyclic,
    nested,
    polluting,
    () => Object.create({ handle: pick(handles) }),
  ]
  const anything = () => pick(strange)()

  const draft = (): unknown => {
    if (next() < 0.15) return anything()
    const made = JSON.parse(options.draft)
    for (let changes = Math.floor(next() * 3); changes > 0; changes--) {
      const key = pick([...Object.keys(made), 'path', '__proto__', 'toJSON'])
      const inner = made[key]
      if (typeof inner === 'object' && inner !== null && next() < 0.6)
        inner[pick([...Object.keys(inner), 'x'])] = anything()
      else
        Object.defineProperty(made, key, {
          value: anything(),
          enumerable: true,
          configurable: true,
          writable: true,
        })
    }
    return made
  }
  const fields: Record<string, () => unknown> = {
    handle,
    draft,
    id: () => pick<() => unknown>([path, () => 'qinghe-2025', () => '../qinghe-2025', anything])(),
    suggestedName: () => pick<() => unknown>([path, () => 'CON', () => '年报', anything])(),
    title: () => pick<() => unknown>([path, anything])(),
    formats: () =>
      pick<() => unknown>([
        () => ['docx'],
        () => ['html', 'xlsx'],
        () => [path()],
        () => ['docx', 'docx'],
        anything,
      ])(),
    bytes: anything,
    how: () => pick<() => unknown>([() => 'saved', () => 'givenUp', anything])(),
    choice: () => pick<() => unknown>([() => 'kept', () => 'saved', anything])(),
    unsaved: () => pick<() => unknown>([() => true, () => false, anything])(),
    error: () => pick<() => unknown>([path, anything])(),
    path,
  }
  const request = (channel: unknown): unknown => {
    if (next() < 0.15) return anything()
    const names = typeof channel === 'string' && Object.hasOwn(shapes, channel) ? shapes[channel] : undefined
    const made: Record<string, unknown> = {}
    for (const name of names ?? []) made[name] = (fields[name] ?? anything)()
    const more = next()
    if (more < 0.1) made[pick(Object.keys(fields))] = anything()
    else if (more < 0.15) for (const name of Object.keys(made).slice(1)) delete made[name]
    return (names ?? []).length === 0 && more < 0.8 ? null : made
  }

  const tally: CallTally = { replied: 0, refused: 0, failed: 0, unsent: 0, unanswered: 0, leaks: [] }
  const judge = (outcome: { reply: unknown } | { error: string }, channel: unknown) => {
    const isRefused = 'error' in outcome && outcome.error.includes('refused')
    const isFailed = 'error' in outcome && outcome.error.includes('failed')
    if ('reply' in outcome) tally.replied++
    else if (isRefused) tally.refused++
    else if (isFailed) tally.failed++
    else tally.unsent++
    const text = 'reply' in outcome ? (JSON.stringify(outcome.reply) ?? '') : ''
    if (secrets.some((one) => text.includes(one)))
      tally.leaks.push(`${String(channel)}: ${text.slice(0, 300)}`)
  }
  const patience = () => new Promise((late) => setTimeout(() => late(patience), 20_000))
  const ask = async (number: number) => {
    state = Math.imul(seed ^ Math.imul(number, 0x9e3779b1), 0x85ebca6b)
    next()
    const channel =
      next() < 0.9
        ? pick(channels)
        : pick<unknown>([
            '',
            '__proto__',
            'toString',
            'app:quit',
            'ask',
            7,
            null,
            {},
            ['recent:list'],
            path(),
          ])
    let what = request(channel)
    // A page may close and restart itself: that is no attack, but it would end the run.
    if (channel === 'window:close' || channel === 'window:failed') what = { surplus: what }
    const more = next() < 0.05 ? [anything()] : []
    try {
      const reply = await Promise.race([call(channel, what, ...more), patience()])
      if (reply === patience) tally.unanswered++
      else judge({ reply }, channel)
    } catch (error) {
      judge({ error: String(error) }, channel)
    }
  }
  for (let number = from; number < from + count; ) {
    const together = Math.min(25, from + count - number)
    await Promise.all(Array.from({ length: together }, (_, index) => ask(number + index)))
    number += together
  }
  return tally
}
