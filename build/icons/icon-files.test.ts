import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { icnsFile, icoFile } from './icon-files'

const picture = (size: number, length: number) => ({ size, png: new Uint8Array(length).fill(size) })

test('an .ico lists its pictures with size, length and place', () => {
  const ico = icoFile([picture(16, 10), picture(256, 20)])
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4)]).toEqual([0, 1, 2])
  const entry = (at: number) => [ico.readUInt8(at), ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)]
  expect(entry(6)).toEqual([16, 10, 38])
  expect(entry(22)).toEqual([0, 20, 48])
  expect(ico.length).toBe(68)
})

test('an .icns gives every type it knows its picture, and its own length', () => {
  const icns = icnsFile([picture(128, 5), picture(256, 7), picture(99, 3)])
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  expect(icns.toString('latin1', 8, 12)).toBe('ic07')
  // 256 twice: as itself and as 128 on a dense screen.
  expect(icns.length).toBe(8 + (8 + 5) + 2 * (8 + 7))
})

test.each(['linux/16x16.png', 'linux/48x48.png', 'linux/256x256.png', 'linux/512x512.png', 'draft-48.png'])(
  '%s has the size of its name',
  (name) => {
    const png = readFileSync(join(import.meta.dirname, name))
    const size = Number(/(\d+)\.png$/.exec(name)?.[1])
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  },
)
