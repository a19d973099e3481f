/** Slips of hand and eye: how what stands in cells may have come from what should stand there. */

export type DigitSlip = 'factorTen' | 'doubled' | 'extra' | 'dropped' | 'swapped' | 'wrongDigit'

/** undefined: no single slip of a digit makes `right` into `stands`. */
export function digitSlip(stands: number, right: number): DigitSlip | undefined {
  if (stands === right || stands === 0 || right === 0) return undefined
  if (stands === right * 10 || right === stands * 10) return 'factorTen'
  const [typed, meant] = [String(stands), String(right)]
  if (doubledDigits(meant).has(typed)) return 'doubled'
  if (withoutOneDigit(typed).has(meant)) return 'extra'
  if (withoutOneDigit(meant).has(typed)) return 'dropped'
  const length = Math.max(typed.length, meant.length)
  const [one, other] = [[...typed.padStart(length, '0')], [...meant.padStart(length, '0')]]
  const places = one.flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  const [first = 0, second = 0] = places
  if (places.length === 2 && one[first] === other[second] && one[second] === other[first]) return 'swapped'
  return places.length === 1 && typed.length === meant.length && length > 1 ? 'wrongDigit' : undefined
}

function doubledDigits(text: string): Set<string> {
  return new Set([...text].map((digit, at) => text.slice(0, at) + digit + text.slice(at)))
}

/** A leading zero that is left over was never typed: 105 without its 1 is 5. */
function withoutOneDigit(text: string): Set<string> {
  return new Set([...text].map((_, at) => String(Number(text.slice(0, at) + text.slice(at + 1)))))
}

/** A cell in its table, what stands there (undefined: blank) and what should. */
export interface PlacedChange {
  row: number
  column: number
  stands: number | undefined
  right: number
}

/**
 * column and row: values stand one column or one row off, over what belonged there. addedColumn and addedRow: one of
 * two neighbours has nothing, the other what belongs in both. exchanged: they hold each other's value.
 */
export type PlaceSlip = 'column' | 'row' | 'addedColumn' | 'addedRow' | 'exchanged'

/** undefined: the values did not just move to their neighbours. */
export function placeSlip(changes: PlacedChange[]): PlaceSlip | undefined {
  if (changes.length < 2) return undefined
  const moved = (down: number, right: number) => movedBy(changes, down, right)
  if (
    changes.length === 2 &&
    [0, 1].some((down) => moved(down, 1 - down) === 1 && moved(-down, down - 1) === 1)
  )
    return 'exchanged'
  const enough = changes.length - 1
  if (moved(0, 1) >= enough || moved(0, -1) >= enough) return 'column'
  if (moved(1, 0) >= enough || moved(-1, 0) >= enough) return 'row'
  if (addedTo(changes, 0, 1)) return 'addedColumn'
  return addedTo(changes, 1, 0) ? 'addedRow' : undefined
}

function addedTo(changes: PlacedChange[], down: number, right: number): boolean {
  const [one, other, ...more] = changes
  if (!one || !other || more.length > 0) return false
  const apart = [Math.abs(one.row - other.row), Math.abs(one.column - other.column)]
  const stands = [one.stands ?? 0, other.stands ?? 0]
  return (
    apart[0] === down &&
    apart[1] === right &&
    Math.min(...stands) === 0 &&
    Math.max(...stands) === one.right + other.right
  )
}

/** How many of the values stand in the neighbouring cell that many rows down and columns to the right. */
function movedBy(changes: PlacedChange[], down: number, right: number): number {
  return changes.filter((change) =>
    changes.some(
      (other) =>
        other.row === change.row + down &&
        other.column === change.column + right &&
        other.stands === change.right &&
        change.right !== 0,
    ),
  ).length
}
