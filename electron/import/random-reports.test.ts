import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formats } from '../../shared/format/formats'
import { throughWord, writtenDraft } from './random-reports'

it.each(formats)(
  'a clean copy of any draft of the $id format is read back with the same text and figures',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(writtenDraft(format), async (draft) => {
        const { before, after } = await throughWord(draft, format)
        expect(after).toEqual(before)
      }),
      { numRuns: 20, endOnFailure: true },
    )
  },
  120_000,
)
