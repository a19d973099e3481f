import { cellAddress, cellInfo } from '../../format/cells'
import type { Format } from '../../format/format'
import { cellExpression, type Expression, sumExpression } from './expression'
import type { Numeral } from './numbers'
import type { Outcome, Route, Sense, Stage, Subject } from './terms'
import type { Word } from './tokens'

/** What the sentence has spoken of before the words at hand. */
export interface Situation {
  /** other: things the tables do not hold. */
  subject?: Subject | 'other'
  /** Both kinds of cases were spoken of. */
  bothCases: boolean
  /** The last count was of both together. */
  together?: boolean
  route?: Route
  /** Rows of table three the last whole was tied to: its parts by applicant are of these. */
  rows: string[][]
  /** What the figures before went by: 其他 is then one more of the same kind. */
  listing?: 'rows' | 'applicants'
  /** Totals of both kinds of cases were just told: results may be of both. */
  joint?: boolean
  /** Whether a bare 结转 came from last year or goes to the next. */
  carry: 'brought' | 'carried'
}

/** What words count. */
export interface Count {
  rule: string
  subject: Subject
  /** Any of these is what they may mean, the most usual first. */
  anyOf: Expression[]
  /** Rows of table three, one list for each of anyOf. */
  rows: string[][]
  /** Goes by the applicants' columns. */
  byApplicant?: true
  /** A bare 其他: the rest of a list, whatever the list has not named. */
  rest?: true
  /** Words or counter seldom go with this subject: 行政许可12项. */
  unusual?: true
  /** The words leave open which cell of their subject they mean. */
  open: boolean
  route?: Route
  bothCases?: boolean
}

type SenseOf<Kind extends Sense['kind']> = Extract<Sense, { kind: Kind }>

const CASES: readonly Subject[] = ['review', 'litigation']
const DOCUMENTS: readonly Subject[] = ['normative', 'regulations']
const DECISIONS: readonly Subject[] = ['licensing', 'penalties', 'coercion', 'services']

/** The cells that words and what was said before them stand for; undefined: none of the format's. */
export function resolve(
  words: Word[],
  situation: Situation,
  numeral: Numeral | undefined,
  format: Format,
): Count | undefined {
  const subjects = subjectsOf(words, situation)
  const [subject] = subjects.slice(-1)
  if (subject === undefined) return undefined
  const amount = numeral?.kind === 'money'
  if (subject === 'fees' || subject === 'procurement')
    return amountOrItems(words, subject, amount, numeral, format)
  if (amount) return undefined
  if (subject === 'requests') return requests(words, situation, format)
  if (CASES.includes(subject)) return cases(words, subjects, situation, format)
  if (DOCUMENTS.includes(subject)) return documents(words, subjects, format)
  return decisions(words, subjects, numeral, format)
}

export function sensesOf<Kind extends Sense['kind']>(words: Word[], kind: Kind): SenseOf<Kind>[] {
  return words.flatMap(({ senses }) => senses.filter((sense): sense is SenseOf<Kind> => sense.kind === kind))
}

/** The subjects named last that can be counted together; else what was spoken of before. */
function subjectsOf(words: Word[], { subject, bothCases, together }: Situation): Subject[] {
  const named = [...new Set(sensesOf(words, 'subject').map((sense) => sense.subject))]
  const plain = named.filter((one) => one !== 'cases')
  const last = plain.at(-1)
  if (last !== undefined) return plain.filter((one) => sameFamily(one, last))
  if (sensesOf(words, 'route').length > 0) return ['litigation']
  if (named.includes('cases')) {
    if (bothCases) return ['review', 'litigation']
    return subject !== undefined && (CASES.includes(subject as Subject) || subject === 'penalties')
      ? [subject as Subject]
      : []
  }
  const alsoResult = CASES.includes(subject as Subject) && sensesOf(words, 'result').length > 0
  if (sensesOf(words, 'row').some(({ loose }) => !loose) && !alsoResult) return ['requests']
  if (together && CASES.includes(subject as Subject)) return [...CASES]
  const applies = sensesOf(words, 'applicant').some(({ loose }) => !loose)
  const staged = sensesOf(words, 'stage').length > 0 && sensesOf(words, 'row').length === 0
  if (subject === undefined && (applies || staged)) return ['requests']
  if (subject === 'other') return sensesOf(words, 'stage').length > 0 || applies ? ['requests'] : []
  return subject === undefined ? [] : [subject]
}

function sameFamily(one: Subject, other: Subject): boolean {
  return (
    one === other ||
    [CASES, DOCUMENTS, DECISIONS].some((family) => family.includes(one) && family.includes(other))
  )
}

/** Every row of table three that an id or a whole group ('refused.*') stands for. */
export function rowsOf(format: Format, id: string): string[] {
  const rows = format.tables.find((table) => table.id === 't3')?.rows.map((row) => row.id) ?? []
  const group = id.endsWith('.*') ? id.slice(0, -2) : undefined
  return rows.filter(
    (row) => row === id || (group !== undefined && (row === group || row.startsWith(`${group}.`))),
  )
}

function cellsSum(format: Format, table: string, rows: string[], columns: string[]): Expression | undefined {
  const cells = rows.flatMap((row) => columns.map((column) => cellAddress(table, row, column)))
  return sumExpression(cells.filter((cell) => cellInfo(format, cell)).map(cellExpression))
}

function requests(words: Word[], situation: Situation, format: Format): Count | undefined {
  const subjects = sensesOf(words, 'subject')
  const ofItems = sensesOf(words, 'column').some((sense) => sense.columns.includes('items'))
  if (ofItems && subjects.length === 0) return undefined
  const either = words.filter(
    ({ senses }) =>
      senses.some(({ kind }) => kind === 'row') && senses.some(({ kind }) => kind === 'applicant'),
  )
  const asRows = situation.listing === 'rows' ? either : []
  const applicants = words.filter((word) => !asRows.includes(word))
  const columns = [...new Set(sensesOf(applicants, 'applicant').flatMap((sense) => sense.columns))]
  const unsure = either.length > 0 && situation.listing === undefined
  const { rule, rows, open } = requestRows(words, situation, columns.length > 0, format)
  const found = rows.flatMap((row) => {
    const expression = cellsSum(format, 't3', row, columns.length > 0 ? columns : ['total'])
    return expression ? [{ row, expression }] : []
  })
  if (found.length === 0) return undefined
  return {
    rule: columns.length > 0 && rule !== 'P-4' ? 'P-6' : rule,
    subject: 'requests',
    anyOf: found.map(({ expression }) => expression),
    rows: found.map(({ row }) => row),
    ...(columns.length > 0 && { byApplicant: true as const }),
    ...(isRest(words) && { rest: true as const }),
    open: open || unsure || (rule !== 'P-4' && columns.length === 0 && isOutOfContext(words, situation)),
  }
}

/** 收到, 办结 of anything: only 新收 and 结转 are said of applications alone. */
function isOutOfContext(words: Word[], { subject }: Situation): boolean {
  if (subject === 'requests' || sensesOf(words, 'subject').length > 0) return false
  return !words.some(
    ({ text, senses }) =>
      /^(?:本年)?新收/.test(text) ||
      senses.some((sense) => sense.kind === 'stage' && ['brought', 'carried'].includes(sense.stage)),
  )
}

const received = ['received']
const both = ['received', 'broughtForward']
/** Which rows a stage may mean; domain.md P-1 to P-3. */
const stageRows: Record<Exclude<Stage, 'carry'>, { rule: string; rows: string[][] }> = {
  received: { rule: 'P-1', rows: [received, both] },
  concluded: { rule: 'P-2', rows: [['total']] },
  handled: { rule: 'P-1', rows: [both, ['total'], received] },
  brought: { rule: 'P-3', rows: [['broughtForward']] },
  carried: { rule: 'P-3', rows: [['carriedForward']] },
}

function requestRows(
  words: Word[],
  situation: Situation,
  byApplicant: boolean,
  format: Format,
): { rule: string; rows: string[][]; open: boolean } {
  const outcomes =
    isRest(words) && !byApplicant ? restRows(situation, format) : outcomeRows(words, byApplicant, format)
  const guess =
    sensesOf(words, 'row').every(({ loose }) => loose) &&
    sensesOf(words, 'stage').some(({ stage }) => stage === 'handled')
  if (outcomes.length > 0) return { rule: 'P-4', rows: outcomes, open: guess }
  const stages = [
    ...new Set(sensesOf(words, 'stage').map(({ stage }) => (stage === 'carry' ? situation.carry : stage))),
  ]
  const carried = stages.find((stage) => stage === 'brought' || stage === 'carried')
  const plain = stages.filter((stage) => stage !== 'handled')
  const joined = carried === 'brought' && stages.includes('received')
  if (joined) return { rule: 'P-1', rows: [both], open: false }
  const chosen = carried ? [carried] : plain.length > 0 ? plain : stages
  if (chosen.length > 0) {
    const [first] = chosen
    const ofThisYear = chosen.includes('received') && chosen.includes('concluded')
    return {
      rule: first ? stageRows[first].rule : 'P-1',
      rows: chosen.flatMap((stage) => stageRows[stage].rows),
      open: ofThisYear,
    }
  }
  if (byApplicant) return { rule: 'P-6', rows: [...situation.rows, received, both], open: false }
  const named = sensesOf(words, 'subject').some(({ subject }) => subject === 'requests')
  return { rule: 'P-1', rows: named ? [received, both, ['total']] : [], open: false }
}

/**
 * Rows of results, added up where several are named. A row within its own group is the row; 予以公开及部分公开 may also
 * be the first alone (domain.md P-4).
 */
function outcomeRows(words: Word[], byApplicant: boolean, format: Format): string[][] {
  const senses = words.flatMap((word) => {
    const all = word.senses.filter((sense) => sense.kind === 'row')
    const alsoApplicant = byApplicant && word.senses.some(({ kind }) => kind === 'applicant')
    return alsoApplicant ? [] : all
  })
  const strict = senses.filter(({ loose }) => !loose)
  const said = [...new Set((strict.length > 0 ? strict : senses.slice(-1)).flatMap(({ rows }) => rows))]
  const leaves = senses.filter(({ loose }) => loose).flatMap(({ rows }) => rows)
  const named = [...new Set([...said, ...leaves.filter((leaf) => said.includes(groupOf(leaf)))])]
  const plain = named.filter(
    (id) => !id.endsWith('.*') || !named.some((leaf) => leaf !== id && groupOf(leaf) === id),
  )
  const rows = [...new Set(plain.flatMap((id) => rowsOf(format, id)))]
  if (rows.length === 0) return []
  if (strict.length === 0 && said.length === 1 && said[0] === 'granted')
    return [['granted'], ['granted', 'partial']]
  return named.includes('granted') && named.includes('partial') ? [rows, ['granted']] : [rows]
}

/** 其他 by itself: what it leaves out is told by what was counted before. */
function isRest(words: Word[]): boolean {
  return words.every(({ text }) => text === '其他' || text === '其它')
}

/** After 其他处理 or a row of it 其他 is its last row; after rows of another group the rest of that group, no row. */
function restRows({ rows: [last = []] }: Situation, format: Format): string[][] {
  const [row = ''] = last
  const group = rowsOf(format, 'other.*')
  if (row.startsWith('other.') && group.includes('other.3')) return [['other.3'], group]
  return last.length === 1 && /\.\d$/.test(row) ? [] : [group]
}

function groupOf(row: string): string {
  return `${row.split('.')[0] ?? ''}.*`
}

function cases(words: Word[], subjects: Subject[], situation: Situation, format: Format): Count | undefined {
  const routes = [...new Set(sensesOf(words, 'route').map(({ route }) => route))]
  const plainly = sensesOf(words, 'subject').some((sense) => sense.subject === 'litigation')
  const inherited = subjects.length === 1 && routes.length === 0 && !plainly ? situation.route : undefined
  const route = routes.length === 1 ? routes[0] : inherited
  const rows = subjects.flatMap((subject) => {
    if (subject === 'review') return ['review']
    return route && subject === 'litigation' ? [route] : ['direct', 'afterReview']
  })
  const named = [...new Set(sensesOf(words, 'result').map(({ result }) => result))]
  const stages = sensesOf(words, 'stage').map(({ stage }) => stage)
  const outcomes: (Outcome | 'total')[] =
    named.length > 0
      ? named
      : stages.includes('carried') || stages.includes('carry')
        ? ['pending']
        : ['total']
  const total = cellsSum(format, 't4', rows, ['total'])
  if (!total) return undefined
  const closed = named.length === 0 && stages.includes('concluded')
  const pending = cellsSum(format, 't4', rows, ['pending'])
  const alternatives = oneWordTwoResults(words)
    ? outcomes.map((outcome) => cellsSum(format, 't4', rows, [outcome]))
    : [cellsSum(format, 't4', rows, outcomes)]
  const both = inherited ? closedOf(['direct', 'afterReview'], format) : []
  const anyOf =
    closed && pending
      ? [{ kind: 'difference' as const, of: total, less: pending }, total, ...both]
      : [...alternatives.flatMap((one) => one ?? []), ...ofBoth(words, outcomes, situation, format)]
  const subject = subjects.at(-1) ?? 'review'
  return {
    rule: 'P-5',
    subject,
    anyOf,
    rows: [],
    open: anyOf.length > 1 && !closed,
    ...(route && subject === 'litigation' && { route }),
    bothCases: subjects.length > 1,
  }
}

function closedOf(rows: string[], format: Format): Expression[] {
  const total = cellsSum(format, 't4', rows, ['total'])
  const pending = cellsSum(format, 't4', rows, ['pending'])
  return total && pending ? [{ kind: 'difference', of: total, less: pending }] : []
}

/** 复议19件、诉讼13件，其中维持18件: of both together, where only the result is named. */
function ofBoth(words: Word[], outcomes: string[], { joint }: Situation, format: Format): Expression[] {
  const named = sensesOf(words, 'subject').length > 0 || sensesOf(words, 'route').length > 0
  if (!joint || named) return []
  return [cellsSum(format, 't4', ['review', 'direct', 'afterReview'], outcomes) ?? []].flat()
}

/** 驳回 may be 维持 or 其他结果. */
function oneWordTwoResults(words: Word[]): boolean {
  return words.some(({ senses }) => senses.filter(({ kind }) => kind === 'result').length > 1)
}

function documents(words: Word[], subjects: Subject[], format: Format): Count | undefined {
  const named = sensesOf(words, 'column').map(({ columns }) => columns)
  const choices =
    named.length > 0 ? named.flat() : ['issued', 'inForce', 'made', 'total', 'disclosed', 'repealed']
  const anyOf = [...new Set(choices)].flatMap((column) => cellsSum(format, 't2', subjects, [column]) ?? [])
  const subject = subjects.at(-1) ?? 'normative'
  return anyOf.length === 0 ? undefined : { rule: 'P-6', subject, anyOf, rows: [], open: named.length === 0 }
}

function decisions(
  words: Word[],
  subjects: Subject[],
  numeral: Numeral | undefined,
  format: Format,
): Count | undefined {
  const columns = sensesOf(words, 'column').flatMap((sense) => sense.columns)
  const asItems = numeral
    ? ['项', '个'].includes(numeral.counter)
    : columns.includes('items') && !columns.includes('decisions')
  const subject = subjects.at(-1) ?? 'licensing'
  const items = cellsSum(format, 't2', subjects, ['items'])
  const change = cellsSum(format, 't2', subjects, ['change'])
  if (asItems && items) {
    const anyOf: Expression[] = change ? [items, { kind: 'sum', of: [items, change] }] : [items]
    return { rule: 'P-6', subject, anyOf, rows: [], open: false }
  }
  const made = cellsSum(format, 't2', subjects, ['decisions'])
  const unusual = asItems || columns.includes('items')
  return made && { rule: 'P-6', subject, anyOf: [made], rows: [], open: false, ...(unusual && { unusual }) }
}

function amountOrItems(
  words: Word[],
  subject: Subject,
  amount: boolean,
  numeral: Numeral | undefined,
  format: Format,
): Count | undefined {
  const items = cellsSum(format, 't2', [subject], ['items'])
  const money = cellsSum(format, 't2', [subject], ['amount'])
  const change = cellsSum(format, 't2', [subject], ['change'])
  const named = sensesOf(words, 'column').flatMap((sense) => sense.columns)
  const wantsItems = numeral ? !amount : items !== undefined && !named.includes('amount')
  const found = wantsItems ? items : money
  if (!found) return undefined
  const anyOf: Expression[] = wantsItems && change ? [found, { kind: 'sum', of: [found, change] }] : [found]
  return { rule: 'P-6', subject, anyOf, rows: [], open: false }
}
