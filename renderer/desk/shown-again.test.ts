import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  sample,
  tuple,
} from 'fast-check'
import { expect, test } from 'vitest'
import { check } from '../../shared/check/check'
import type { Block } from '../../shared/draft/draft'
import { cellsOf } from '../../shared/format/cells'
import { proposeFormat } from '../../shared/format/formats'
import { proseFromText } from '../../shared/prose/from-text'
import { findingsOf, formatOf } from './derived'
import { type DeskWorld, deskWithReport } from './desk-world'
import { cellPlace, slotPlace } from './place'
import { applyFix, setFigures } from './repair'
import { shownFindings } from './shown-findings'
import { keep } from './waiving'

/** `npm run test:findings` makes it 5,000, as issue 4 asks. */
const EDITS = Number(import.meta.env.EDITS ?? 400)
const SEED = 20_251_231

const cells = cellsOf(proposeFormat(2025)).map(({ cell }) => cell)
const entry = oneof(
  { weight: 8, arbitrary: integer({ min: 0, max: 300 }) },
  { weight: 1, arbitrary: constantFrom('', '-', '约5', '一百') },
)
const sentence = constantFrom(
  '全区新收政府信息公开申请12件，办结9件，结转下年度继续办理3件。',
  '其中予以公开5件、部分公开2件，不予公开1件。',
  '2024年，全区主动公开信息80条。',
  '根据国办函[2020]109号，没有收取信息处理费。',
  '一是编制目录。三是逐项公开,抓好落实。',
  '作出行政处罚120件，同比增长20%。',
  '被申请行政复议4件，其中维持3件。',
  '存在的问题是公开不够及时。',
)
const text = array(sentence, { maxLength: 6 }).map((sentences) => sentences.join(''))

type Act = (world: DeskWorld) => void

const editFigure = tuple(constantFrom(...cells), entry).map(
  ([cell, value]): Act =>
    ({ desk }) =>
      desk.edit({ kind: 'typing', place: cellPlace('3', cell) }, (draft) =>
        setFigures(draft, { [cell]: value }),
      ),
)
const pasteFigures = tuple(integer({ min: 0, max: cells.length - 60 }), array(entry, { maxLength: 60 })).map(
  ([from, values]): Act =>
    ({ desk }) =>
      desk.edit({ kind: 'once', place: cellPlace('3', cells[from] ?? '') }, (draft) =>
        setFigures(draft, Object.fromEntries(values.map((value, at) => [cells[from + at], value]))),
      ),
)
const editText = record({ slot: constantFrom('1', '3.before', '5', '6'), text }).map(
  ({ slot, text: words }): Act =>
    ({ desk }) =>
      desk.edit({ kind: 'once', place: slotPlace(slot, slot) }, (draft) => {
        draft.prose[slot] = proseFromText(words)
      }),
)
const typeText = constantFrom('1', '5').map(
  (slot): Act =>
    ({ desk }) =>
      desk.edit({ kind: 'typing', place: slotPlace(slot, slot) }, (draft) => {
        const last: Block | undefined = draft.prose[slot]?.at(-1)
        if (last?.kind === 'paragraph') last.text.push({ kind: 'text', text: '收到申请7件' })
      }),
)
const takeFix = integer({ min: 0, max: 40 }).map(
  (which): Act =>
    ({ desk, draft }) => {
      const fixes = findingsOf(draft()).flatMap(({ fixes: all = [] }) => all)
      const fix = fixes[which % Math.max(1, fixes.length)]
      if (fix)
        desk.edit({ kind: 'once', place: cellPlace('3', '') }, (copy) => applyFix(copy, formatOf(copy), fix))
    },
)
const keepOne = integer({ min: 0, max: 40 }).map(
  (which): Act =>
    ({ desk, draft }) => {
      const findings = findingsOf(draft())
      const finding = findings[which % Math.max(1, findings.length)]
      if (finding)
        desk.edit({ kind: 'once', place: slotPlace('1', '1') }, (copy) => keep(copy, finding, '已核对'))
    },
)
const undo = constant<Act>(({ desk }) => desk.undo())
const redo = constant<Act>(({ desk }) => desk.redo())

const act: Arbitrary<Act> = oneof(
  { weight: 6, arbitrary: editFigure },
  { weight: 2, arbitrary: pasteFigures },
  { weight: 3, arbitrary: editText },
  { weight: 2, arbitrary: typeText },
  { weight: 1, arbitrary: takeFix },
  { weight: 1, arbitrary: keepOne },
  { weight: 3, arbitrary: undo },
  { weight: 2, arbitrary: redo },
)

test(`after each of ${EDITS} edits, pastes, undos and redos the findings are those worked out from scratch`, async () => {
  const world = await deskWithReport()
  const touched = new Set(['publisher.name'])
  for (const one of sample(act, { numRuns: EDITS, seed: SEED })) {
    one(world)
    world.pass(400)
    const shown = shownFindings(world.draft(), touched)
    const afresh = structuredClone(world.draft())
    expect(findingsOf(world.draft())).toEqual(check(afresh, formatOf(afresh)))
    expect(shown).toEqual(shownFindings(afresh, touched))
  }
}, 300_000)
