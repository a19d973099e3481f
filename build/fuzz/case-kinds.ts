import { changedDraft, draftCase } from './draft-cases'
import type { CaseKind } from './run-cases'
import { tryDraft } from './try-draft'
import { tryExport } from './try-export'

/** Files through opening and checking. */
export const draftKind: CaseKind = { name: 'drafts', make: draftCase, attempt: tryDraft }

/** Drafts through every export that needs no printer. */
export const exportKind: CaseKind = {
  name: 'exports',
  make: (seed, index) => Buffer.from(changedDraft(seed, index)),
  attempt: async (bytes) => ((await tryExport(bytes.toString())) ? 'exported' : 'no draft'),
}
