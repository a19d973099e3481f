import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryOver } from '../carry-over/carry-over'
import { previousReportOf } from '../carry-over/previous-report'
import { compose } from '../compose/compose'
import type { Change, Document, DocumentBlock, DocumentRun } from '../compose/document'
import { gridPlaces } from '../compose/grid-places'
import type { Draft } from '../draft/draft'
import { arbitraryDraft } from '../draft/draft-arbitrary'
import { newDraft } from '../draft/new-draft'
import { formatById, proposeFormat } from '../format/formats'
import { proseFromText } from '../prose/from-text'
import { arbitraryPair } from './pair-arbitrary'
import { lastDraft, trackReports, without } from './track-reports'
import { runsText } from './track-runs'

function formatOf({ format: id }: Draft) {
  const format = formatById(id)
  if (!format) throw new Error(`No format ${id}`)
  return format
}

function trackedOf(draft: Draft): Document {
  const document = trackReports(draft, formatOf(draft))
  if (!document) throw new Error('Nothing to compare with.')
  return document
}

const last: Draft = {
  ...newDraft({
    format: proposeFormat(2024),
    year: 2024,
    scope: 'organ',
    publisher: { name: '甲局', kind: 'department' },
  }),
  prose: {
    1: proseFromText('（一）主动公开。全年公开信息1152条。\n全年举办培训2期。'),
    5: proseFromText('公开不够及时。'),
  },
  figures: { 't3.carriedForward.legal': 4, 't3.granted.legal': 12 },
}

/** A text as it is marked: [-gone-]{+new+}. */
function mark(text: string, change: Change | undefined): string {
  if (!change) return text
  return change.kind === 'added' ? `{+${text}+}` : `[-${text}-]`
}

const marks = (runs: DocumentRun[]) => runs.map(({ text, change }) => mark(text, change)).join('')

function marked(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [mark(marks(block.runs), block.change)]
    case 'runInHeading':
      return [mark(marks(block.heading) + marks(block.runs), block.change)]
    case 'table':
      return block.table.rows.flat().map(({ runs }) => marks(runs))
    default:
      return []
  }
}

/** What a block says and where, without where its runs begin and end. */
function bare(block: DocumentBlock): unknown {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, runs: runsText(block.runs) }
    case 'runInHeading':
      return { ...block, heading: runsText(block.heading), runs: runsText(block.runs) }
    case 'table':
      return gridPlaces(block.table).map((places) =>
        places.map(({ cell, column, continues }) => [
          runsText(cell.runs),
          column,
          cell.colSpan,
          cell.rowSpan,
          continues,
        ]),
      )
    default:
      return block
  }
}

const bareOf = ({ blocks }: Document) => blocks.map(bare)

describe('two reports as one document', { timeout: 60_000 }, () => {
  it('marks what changed in a paragraph, and nothing else', () => {
    const draft = carryOver(last, { year: 2025 })
    const prose = {
      1: proseFromText('（一）主动公开。全年公开信息1320条。\n全年举办培训2期。\n新增网站专栏。'),
    }
    const blocks = trackedOf({ ...draft, prose }).blocks
    expect(blocks.flatMap(marked).filter((text) => text.includes('全年') || text.includes('新增'))).toEqual([
      '（一）主动公开。全年公开信息[-1152-]{+1320+}条。',
      '全年举办培训2期。',
      '{+新增网站专栏。+}',
    ])
  })

  it('marks a changed figure in its cell, with the total that follows', () => {
    const draft = carryOver(last, { year: 2025 })
    const figures = { ...draft.figures, 't3.granted.legal': 15 }
    const cells = trackedOf({ ...draft, prose: last.prose, figures }).blocks.flatMap(marked)
    expect(cells.filter((text) => text === '[-12-]{+15+}')).toHaveLength(4)
    expect(cells).toContain('（一）予以公开')
  })

  it('puts the changes down to the office', () => {
    const changes = trackedOf(carryOver(last, { year: 2025 })).blocks.flatMap((block) => block.change ?? [])
    expect(new Set(changes.map(({ by }) => by))).toEqual(new Set(['甲局']))
  })

  it('a draft of the first version, which kept no title, is compared chapter by chapter', () => {
    const { previous, ...draft } = carryOver(last, { year: 2025 })
    const { frame: _, ...bare } = previous ?? { frame: undefined }
    const [first] = trackedOf({ ...draft, previous: bare as Draft['previous'] } as Draft).blocks
    expect(first).toMatchObject({ kind: 'heading', level: 1 })
  })

  it('there is none without an earlier report', () => {
    expect(trackReports(last, formatOf(last))).toBeUndefined()
  })

  const drafts = arbitraryPair((id, year) => {
    const format = formatById(id)
    if (!format) throw new Error(`No format ${id}`)
    return arbitraryDraft(format).map((draft) => ({ ...draft, year }))
  })

  it('without what was removed it is this year’s report, without what was added last year’s', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const tracked = trackedOf(draft)
        const before = lastDraft(draft)
        if (!before) throw new Error('Nothing to compare with.')
        expect(bareOf(without(tracked, 'removed'))).toEqual(bareOf(compose(draft, formatOf(draft))))
        expect(bareOf(without(tracked, 'added'))).toEqual(bareOf(compose(before, formatOf(before))))
      }),
      { numRuns: 40 },
    )
  })

  it('what it remembers of last year’s report prints as that did', () => {
    fc.assert(
      fc.property(arbitraryDraft(proposeFormat(2024)), (one) => {
        const draft = carryOver({ ...one, year: 2024 }, { year: 2025 })
        const before = lastDraft(draft)
        if (!before) throw new Error('Nothing to compare with.')
        const format = proposeFormat(2024)
        expect(compose(before, format).blocks).toEqual(compose({ ...one, year: 2024 }, format).blocks)
      }),
      { numRuns: 40 },
    )
  })

  it('two reports that say the same have no change', () => {
    fc.assert(
      fc.property(arbitraryDraft(proposeFormat(2024)), (draft) => {
        const tracked = trackedOf({ ...draft, previous: previousReportOf(draft) })
        expect(JSON.stringify(tracked)).not.toContain('"change"')
      }),
      { numRuns: 30 },
    )
  })

  it('across the change of format the rows the tables share stay rows, and the others are removed and added', () => {
    const draft = carryOver({ ...last, year: 2020, format: '2019' }, { year: 2021 })
    const table = trackedOf(draft).blocks.flatMap((block) =>
      block.kind === 'table' && block.table.id === 't3' ? [block.table] : [],
    )[0]
    const changes = table?.rowChanges?.map((change) => change?.kind)
    expect(changes?.filter((kind) => kind === 'removed')).toHaveLength(1)
    expect(changes?.filter((kind) => kind === 'added')).toHaveLength(3)
  })
})
