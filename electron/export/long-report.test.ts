import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { visibleText } from '../../shared/compose/visible-text'
import { proposeFormat } from '../../shared/format/formats'
import { convertInLibreOffice } from '../e2e/support/libre-office'
import { longDraft } from '../e2e/support/long-draft'
import { printedText } from '../e2e/support/shown-report'
import { exportDocx } from './docx'

const folder = mkdtempSync(join(tmpdir(), 'long-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('prints a hundred pages of text, pictures and tables without losing a character', async () => {
  const document = compose(longDraft(), proposeFormat(2025))
  const path = join(folder, 'long.docx')
  writeFileSync(path, await exportDocx(document, gb9704))
  const [pdf = ''] = await convertInLibreOffice([path], 'pdf', folder)
  const pages = Number(/^Pages:\s+(\d+)$/mu.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))?.[1])
  expect(pages).toBeGreaterThanOrEqual(100)
  expect(printedText(pdf)).toBe(visibleText(document).replaceAll('\n', ''))
}, 180_000)
