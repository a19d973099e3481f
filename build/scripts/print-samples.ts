import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { convertInLibreOffice } from '../../electron/e2e/support/libre-office'
import { sampleDrafts } from '../../electron/e2e/support/sample-drafts'
import { exportDocx } from '../../electron/export/docx'
import { compose } from '../../shared/compose/compose'
import { gb9704 } from '../../shared/compose/style'
import { type StyleVariant, styleWith } from '../../shared/compose/style-variant'

/** Which pages are of interest: all, or those on their side. */
type Pages = 'all' | 'landscape'

/** The two made-up reports, and the page of one of them that has Table 3 on its side. */
const prints: { name: string; sample: string; pages: Pages; variant: StyleVariant }[] = [
  { name: 'qinghe-2025', sample: 'qinghe-2025', pages: 'all', variant: {} },
  { name: 'yunxi-2020', sample: 'yunxi-2020', pages: 'all', variant: {} },
  {
    name: 'qinghe-2025-landscape',
    sample: 'qinghe-2025',
    pages: 'landscape',
    variant: { table: { landscape: { tables: ['t3'] } } },
  },
]

export interface Print {
  name: string
  pdf: string
  pages: Pages
}

/** Printed by LibreOffice, with the fonts that stand in on this machine. */
export async function printSamples(folder: string): Promise<Print[]> {
  const files = await Promise.all(
    prints.map(async ({ name, sample, variant }) => {
      const found = sampleDrafts.find((draft) => draft.name === sample)
      if (!found) throw new Error(`There is no sample ${sample}.`)
      const path = join(folder, `${name}.docx`)
      writeFileSync(path, await exportDocx(compose(found.draft, found.format), styleWith(gb9704, variant)))
      return path
    }),
  )
  const pdfs = await convertInLibreOffice(files, 'pdf', folder)
  return prints.map(({ name, pages }, index) => ({ name, pages, pdf: pdfs[index] ?? '' }))
}
