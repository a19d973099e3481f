import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepPlacement, placeWindow, readPlacement, smallestOn } from './bounds'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const beside = { x: 1366, y: 0, width: 1920, height: 1040 }
const scaled = { x: 0, y: 0, width: 911, height: 485 }
const kept = (x: number, y: number, width: number, height: number) => ({
  bounds: { x, y, width, height },
  maximized: false,
})

describe('the window opens', () => {
  test.each([
    ['the first time in its usual size', undefined, [beside], { width: 1280, height: 800 }],
    ['the first time no larger than the screen', undefined, [laptop], { width: 1280, height: 728 }],
    ['where it stood', kept(40, 30, 1100, 710), [laptop], { x: 40, y: 30, width: 1100, height: 710 }],
    [
      'on the second screen',
      kept(1500, 9, 1300, 900),
      [laptop, beside],
      { x: 1500, y: 9, width: 1300, height: 900 },
    ],
    [
      'on the main screen when the second is gone',
      kept(1500, 9, 1300, 700),
      [laptop],
      { width: 1280, height: 728 },
    ],
    [
      'on the screen when its bar was above it',
      kept(40, -50, 1100, 700),
      [laptop],
      { width: 1280, height: 728 },
    ],
    [
      'smaller where the screen is smaller now',
      kept(0, 0, 1900, 1000),
      [laptop],
      { x: 0, y: 0, width: 1366, height: 728 },
    ],
    ['at 150 % on a small screen', undefined, [scaled], { width: 911, height: 485 }],
    ['with no screen to be seen', undefined, [], { width: 1280, height: 800 }],
  ])('%s', (_when, placement, screens, place) => {
    expect(placeWindow(placement, screens)).toEqual(place)
  })

  test('and may be made as small as the screen', () => {
    expect(smallestOn(beside)).toEqual({ width: 1024, height: 700 })
    expect(smallestOn(scaled)).toEqual({ width: 911, height: 485 })
  })
})

describe('the placement kept', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bounds-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is read again', () => {
    keepPlacement(join(folder, 'window.json'), kept(1, 2, 3, 4))
    expect(readPlacement(join(folder, 'window.json'))).toEqual(kept(1, 2, 3, 4))
  })

  test('is none where it cannot be written', () => {
    keepPlacement(join(folder, 'nowhere/window.json'), kept(1, 2, 3, 4))
    expect(readPlacement(join(folder, 'nowhere/window.json'))).toBeUndefined()
  })

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":{"x":1,"y":2,"width":3}}',
    '{"bounds":{"x":"1","y":2,"width":3,"height":4},"maximized":false}',
  ])('is none where it holds %o', (content) => {
    writeFileSync(join(folder, 'window.json'), content)
    expect(readPlacement(join(folder, 'window.json'))).toBeUndefined()
  })
})
