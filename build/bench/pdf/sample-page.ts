import { sampleDrafts } from '../../../electron/e2e/support/sample-drafts'
import { compose } from '../../../shared/compose/compose'
import { reportStyle } from '../../../shared/compose/report-style'
import type { Draft } from '../../../shared/draft/draft'
import { printPage } from '../../../shared/html/print-page'

/** The full form as a draft, and the page that is printed of it. */
export function samplePage(): { draft: Draft; page: string } {
  const sample = sampleDrafts.find(({ name }) => name === 'qinghe-2025')
  if (!sample) throw new Error('The sample is gone.')
  return {
    draft: sample.draft,
    page: printPage(compose(sample.draft, sample.format), reportStyle(sample.draft.style)),
  }
}
