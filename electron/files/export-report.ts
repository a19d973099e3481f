import type { Draft } from '../../shared/draft/draft'
import type { WriteError } from '../../shared/ipc'
import type { Result } from '../../shared/result'
import { writeWhole } from './durable-write'

/** Writes the report as a Word file. Throws on what is no draft of a known format. */
export async function exportReport(draft: Draft, path: string): Promise<Result<null, WriteError>> {
  // Loaded on first use: the Word library is larger than everything the window needs to start.
  const [{ compose }, { gb9704 }, { exportDocx }, { formatById }] = await Promise.all([
    import('../../shared/compose/compose'),
    import('../../shared/compose/style'),
    import('../export/docx'),
    import('../../shared/format/formats'),
  ])
  const format = formatById(draft.format)
  if (!format) throw new Error('A draft of an unknown format cannot be exported.')
  return writeWhole(path, await exportDocx(compose(draft, format), gb9704))
}
