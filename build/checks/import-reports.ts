import fc from 'fast-check'
import { throughWord, writtenDraft } from '../../electron/import/random-reports'
import { formats } from '../../shared/format/formats'

/** Random drafts through a Word file and back; one line for each that does not come back the same. */
export async function importReports(
  count: number,
  seed: number,
  say: (line: string) => void,
): Promise<string[]> {
  const lost: string[] = []
  for (const format of formats) {
    const drafts = fc.sample(writtenDraft(format), { numRuns: Math.ceil(count / formats.length), seed })
    for (const [index, draft] of drafts.entries()) {
      const { before, after } = await throughWord(draft, format)
      if (JSON.stringify(before) !== JSON.stringify(after)) lost.push(`${format.id} ${index}`)
      if ((index + 1) % 100 === 0) say(`${format.id}: ${index + 1} of ${drafts.length}, ${lost.length} lost`)
    }
  }
  return lost
}
