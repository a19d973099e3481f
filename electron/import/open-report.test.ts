import { describe, expect, it } from 'vitest'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import type { Draft } from '../../shared/draft/draft'
import { sampleDrafts } from '../e2e/support/sample-drafts'
import { exportDocx } from '../export/docx'
import { reportIn } from './open-report'
import { seen } from './round-trip'

describe('a clean copy of a sample', () => {
  it.each(sampleDrafts)('$name is read back: same text, same figures', async ({ draft, format }) => {
    const read = reportIn(await exportDocx(compose(draft, format), gb9704), 'report.docx', '2026-01-01')
    if (!read.ok) throw new Error(read.error.kind)
    expect(read.value.doubtful).toEqual([])
    expect(seen(read.value.draft, format)).toEqual(seen(draft, format))
  })

  it.each(sampleDrafts)('$name keeps its blocks', async ({ draft, format }) => {
    const read = reportIn(await exportDocx(compose(draft, format), gb9704), 'report.docx', '2026-01-01')
    if (!read.ok) throw new Error(read.error.kind)
    const kinds = ({ prose }: Draft) =>
      Object.fromEntries(
        Object.entries(prose).map(([slot, blocks]) => [slot, blocks.map(({ kind }) => kind)]),
      )
    expect(kinds(read.value.draft)).toEqual(kinds(draft))
  })
})
