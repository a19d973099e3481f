import { describe, expect, it } from 'vitest'
import { validate } from '../../templates/format.schema.json?validator'
import madeUp from './fixtures/2099.json'
import type { Format, Grid, Guidance, Table } from './format'
import { formats } from './formats'

/** The made-up format is held to the same rules: a format of a later year must not need new code. */
const files: [string, Format][] = [...formats, madeUp as Format].map((format) => [format.id, format])

describe.each(files)('format file %s', (_id, format) => {
  it('fits templates/format.schema.json', () => {
    validate(format)
    expect(validate.errors ?? []).toEqual([])
  })

  it('numbers its chapters without a gap', () => {
    const numbers = ['一', '二', '三', '四', '五', '六'].slice(0, format.chapters.length)
    expect(format.chapters.map(({ number }) => number)).toEqual(numbers)
    expect(format.chapters.map(({ id }) => id)).toEqual(numbers.map((_, index) => `${index + 1}`))
  })

  it('gives every table one chapter', () => {
    const inChapters = format.chapters.flatMap(({ body }) => (body.kind === 'table' ? [body.table] : []))
    expect(inChapters).toEqual(format.tables.map(({ id }) => id))
  })

  it('guides the clerk at every field, chapter, row and column', () => {
    const places: [string, Guidance][] = [
      ...Object.entries(format.fields),
      ...format.chapters.map(({ id, guidance }): [string, Guidance] => [`chapter ${id}`, guidance]),
      ...format.tables.flatMap(({ id, rows, columns }) =>
        [...rows, ...columns].map((line): [string, Guidance] => [`${id}.${line.id}`, line.guidance]),
      ),
    ]
    expect(Object.keys(format.fields).sort()).toEqual([...fieldsWithGuidance].sort())
    expect(places.filter(([, { text }]) => text.trim() === '')).toEqual([])
    expect(places.filter(([, { basis }]) => basis?.trim() === '')).toEqual([])
  })

  it('states sum rules of rows and columns that exist', () => {
    for (const rule of format.rules) {
      const table = tableOf(format, rule.table)
      const known = (rule.along === 'columns' ? table.rows : table.columns).map(({ id }) => id)
      expect(known, rule.id).toEqual(expect.arrayContaining([...rule.left, ...rule.right]))
      if (rule.computesLeft) expect(rule.left, `${rule.id} computes one total`).toHaveLength(1)
      expect(new Set([...rule.left, ...rule.right]).size, `${rule.id} counts nothing twice`).toBe(
        rule.left.length + rule.right.length,
      )
    }
  })

  describe.each(format.tables.map((table): [string, Table] => [table.id, table]))('table %s', (_t, table) => {
    it('fills its grid exactly: no gap, no overlap, no cell beyond the edge', () => {
      expect(faultsOf(table.grid)).toEqual([])
    })

    it('repeats only whole rows as header: no merged cell reaches out of them', () => {
      const { headerRows, rows } = table.grid
      const reachingOut = rows
        .slice(0, headerRows)
        .flatMap((row, at) => row.filter((cell) => at + rowSpanOf(cell) > headerRows))
      expect(reachingOut).toEqual([])
    })

    it('addresses every figure once, by a declared row and column', () => {
      const declared = new Set(
        table.rows.flatMap((row) => table.columns.map((column) => `${table.id}.${row.id}.${column.id}`)),
      )
      const addresses = addressesOf(table)
      expect(addresses.filter((address) => !declared.has(address))).toEqual([])
      expect(new Set(addresses).size).toBe(addresses.length)
    })

    it('declares no row or column without a figure', () => {
      const addresses = addressesOf(table)
      const idle = [
        ...table.rows.filter(({ id }) => !addresses.some((at) => at.startsWith(`${table.id}.${id}.`))),
        ...table.columns.filter(({ id }) => !addresses.some((at) => at.endsWith(`.${id}`))),
      ]
      expect(idle).toEqual([])
    })

    it('prints every row and column label, whole or as the part that two printed labels share', () => {
      const printed = table.grid.rows.flat().flatMap((cell) => (cell.kind === 'label' ? [cell.text] : []))
      const missing = [...table.rows, ...table.columns].filter(
        ({ label }) => !printed.includes(label) && printed.filter((text) => text.endsWith(label)).length < 2,
      )
      // The amount column of the made-up table has no heading of its own.
      expect(missing.map(({ label }) => label)).toEqual(table.id === 't7' ? ['金额'] : [])
    })
  })
})

describe('the schema of format files', () => {
  it.each([
    ['an unknown key', '"id":"2021"', '"id":"2021","colour":"red"'],
    ['half-width brackets in a chapter title', '"title":"总体情况"', '"title":"总体(情况)"'],
    ['half-width brackets in a label', '"label":"（七）总计"', '"label":"(七)总计"'],
    ['empty guidance', /"guidance":{"text":"[^"]+"/, '"guidance":{"text":""'],
    ['a figure of unknown kind', '"holds":"count"', '"holds":"text"'],
    ['a rule without severity', '"severity":"error",', ''],
    ['a rule that computes nothing', '"computesLeft":true', '"computesLeft":false'],
    ['a preamble that needs an unknown field', '"needs":["website"', '"needs":["fax"'],
  ])('refuses %s', (_what, sound, broken) => {
    const text = JSON.stringify(formats.find(({ id }) => id === '2021'))
    const spoilt = text.replace(sound, broken)
    expect(spoilt).not.toBe(text)
    expect(validate(JSON.parse(spoilt))).toBe(false)
  })
})

const fieldsWithGuidance = [
  'publisher.name',
  'publisher.title',
  'publisher.shortName',
  'publisher.kind',
  'publisher.aggregates',
  'publisher.bases',
  'contact.address',
  'contact.postcode',
  'contact.phone',
  'contact.email',
  'website.name',
  'website.column',
  'website.url',
  'year',
  'scope',
  'title',
  'issuingLine',
  'preamble',
  'signature.name',
  'signature.date',
  'numbering',
]

function tableOf(format: Format, id: string): Table {
  const table = format.tables.find((each) => each.id === id)
  if (!table) throw new Error(`Format ${format.id} has no table ${id}`)
  return table
}

function addressesOf(table: Table): string[] {
  return table.grid.rows.flat().flatMap((cell) => (cell.kind === 'figure' ? [cell.cell] : []))
}

function rowSpanOf(cell: Grid['rows'][number][number]): number {
  return cell.kind === 'label' ? (cell.rowSpan ?? 1) : 1
}

/** Lays the cells as HTML does, each at the first free place of its row, and names what does not fit. */
function faultsOf({ widths, rows }: Grid): string[] {
  const taken = rows.map(() => widths.map(() => false))
  const faults: string[] = []
  rows.forEach((row, top) => {
    for (const cell of row) {
      const left = taken[top]?.indexOf(false) ?? -1
      const name = cell.kind === 'label' ? cell.text : cell.cell
      if (left < 0) {
        faults.push(`row ${top + 1} has no place left for ${name}`)
        continue
      }
      for (let y = top; y < top + rowSpanOf(cell); y++) {
        for (let x = left; x < left + (cell.colSpan ?? 1); x++) {
          const line = taken[y]
          if (line?.[x] === false) line[x] = true
          else faults.push(`${name} overlaps or leaves the grid at row ${y + 1}, column ${x + 1}`)
        }
      }
    }
    if (taken[top]?.includes(false)) faults.push(`row ${top + 1} has a gap`)
  })
  return faults
}
