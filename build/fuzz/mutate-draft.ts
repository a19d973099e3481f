import { hostileText } from './hostile-texts'
import type { Random } from './random'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * Changes the values of a draft here and there, as somebody might who writes one by hand: most of what comes out is
 * still JSON, much of it still a draft.
 */
export function mutateValues(text: string, chance: Random): string {
  const draft = JSON.parse(text) as Json
  const most = chance.chance(0.6) ? 1 : 4
  for (let changes = 1 + chance.below(most); changes > 0; changes--) changeOne(draft, chance)
  return JSON.stringify(draft, null, chance.chance(0.9) ? 2 : undefined)
}

/** Where a clerk writes: changes there mostly leave a draft a draft. */
const written = ['prose', 'figures', 'publisher', 'preamble', 'signature', 'title', 'waivers']

function changeOne(root: Json, chance: Random): void {
  const part = chance.chance(0.8) ? chance.pick(written) : ''
  let place = keysOf(at(root, part)).length > 0 ? at(root, part) : root
  for (;;) {
    const keys = keysOf(place)
    if (keys.length === 0) return
    const key = chance.pick(keys)
    const value = at(place, key)
    if (keysOf(value).length > 0 && chance.chance(0.85)) {
      place = value
      continue
    }
    change(place, key, value, root, chance)
    return
  }
}

function change(place: Json, key: string, value: Json, root: Json, chance: Random): void {
  const roll = chance.next()
  if (key === 'kind' && roll < 0.9) return
  if (roll < 0.8) put(place, key, another(value, chance))
  else if (roll < 0.84) put(place, key, copy(chance.pick(strangers)))
  else if (roll < 0.9) remove(place, key)
  else if (roll < 0.95) put(place, key, somewhere(root, chance))
  else if (Array.isArray(place)) place.splice(chance.below(place.length + 1), 0, copy(value))
  else put(place, chance.chance(0.5) ? hostileText(chance) : `${key}x`, copy(value))
}

/** Another value of the same kind. */
function another(value: Json, chance: Random): Json {
  if (typeof value === 'number') return chance.chance(0.7) ? chance.below(1000) : chance.pick(numbers)
  if (typeof value === 'boolean') return !value
  if (typeof value !== 'string') return Array.isArray(value) ? [] : {}
  const own = hostileText(chance)
  const cut = chance.below(value.length + 1)
  return chance.pick([own, value + own, value.slice(0, cut) + own + value.slice(cut), value.repeat(2)])
}

const numbers = [0, -0, 1, -1, 7, 99, 1e6, 1e15, 1e16, 0.1, 1e308, -1e308, 5e-324, 2 ** 53, 2025, 1900, 9999]

const strangers: Json[] = [null, true, 0, '', [], {}, [[]], { kind: 'text', text: '' }, 'x'.repeat(3000)]

/** The value of some other place. */
function somewhere(root: Json, chance: Random): Json {
  let found = root
  for (let depth = 1 + chance.below(5); depth > 0; depth--) {
    const keys = keysOf(found)
    if (keys.length === 0) break
    found = at(found, chance.pick(keys))
  }
  return found === root ? null : copy(found)
}

function keysOf(value: Json): string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

function at(place: Json, key: string): Json {
  return (place as { [key: string]: Json })[key] ?? null
}

function put(place: Json, key: string, value: Json): void {
  // An own key, also where it is called __proto__.
  if (typeof place === 'object' && place !== null)
    Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true })
}

function remove(place: Json, key: string): void {
  if (Array.isArray(place)) place.splice(Number(key), 1)
  else if (typeof place === 'object' && place !== null) delete place[key]
}

function copy(value: Json): Json {
  return structuredClone(value)
}

const pieces = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\u0000',
  'null',
  '1e999',
  '-',
  '\n',
  '"__proto__": {}',
]

/** Damages the bytes of a file: what a failing disk, a broken transfer or an editor does. */
export function mutateBytes(bytes: Buffer, chance: Random): Buffer {
  let damaged: Buffer = Buffer.from(bytes)
  for (let changes = 1 + chance.below(3); changes > 0; changes--) damaged = damage(damaged, chance)
  return damaged
}

function damage(bytes: Buffer, chance: Random): Buffer {
  const from = chance.below(bytes.length + 1)
  const to = Math.min(bytes.length, from + chance.below(chance.chance(0.2) ? bytes.length + 1 : 30))
  const [before, span, after] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)]
  switch (chance.below(8)) {
    case 0:
      return Buffer.concat([before, after])
    case 1:
      return Buffer.concat([before, span, span, after])
    case 2:
      return before
    case 3:
      return Buffer.concat([before, Buffer.from(chance.pick(pieces)), after])
    case 4:
      return Buffer.concat([before, Buffer.from(chance.pick(pieces).repeat(chance.below(2000))), after])
    case 5:
      return Buffer.concat([before, Buffer.alloc(to - from), after])
    case 6:
      return Buffer.concat([after, before])
    default: {
      const flipped = Buffer.from(bytes)
      const at = Math.min(from, flipped.length - 1)
      if (at >= 0) flipped[at] = (flipped[at] ?? 0) ^ (1 << chance.below(8))
      return flipped
    }
  }
}
