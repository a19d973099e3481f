import terms from '../../../templates/text-terms.json'
import type { Publisher, Scope } from '../../draft/draft'
import type { Format } from '../../format/format'

/** What a sentence may count. */
export type Subject =
  | 'requests'
  | 'review'
  | 'litigation'
  | 'cases'
  | 'normative'
  | 'regulations'
  | 'licensing'
  | 'penalties'
  | 'coercion'
  | 'services'
  | 'fees'
  | 'procurement'

export type Stage = 'received' | 'concluded' | 'handled' | 'brought' | 'carried' | 'carry'
export type Outcome = 'upheld' | 'corrected' | 'other' | 'pending'
export type Route = 'direct' | 'afterReview'

export type Mark =
  | 'parts'
  | 'respectively'
  | 'each'
  | 'sum'
  | 'and'
  | 'suchAs'
  | 'share'
  | 'up'
  | 'down'
  | 'to'
  | 'compare'
  | 'same'
  | 'previous'
  | 'current'
  | 'next'
  | 'past'
  | 'plan'
  /** 将: of this clause alone. */
  | 'will'
  | 'average'
  | 'processingFee'
  | 'publish'
  | 'foreignAct'
  | 'powers'
  /** 公开属性: documents are told apart by who may read them. */
  | 'attribute'
  | 'none'
  | 'self'
  | 'applicants'
  | 'elsewhere'
  | 'channel'
  | 'restrict'
  | 'wider'
  | 'about'

/** What a word of the field says about the figure near it. */
export type Sense =
  | { kind: 'subject'; subject: Subject }
  | { kind: 'stage'; stage: Stage }
  /** Row ids of table three, 'refused.*' for a group; loose: only where applications are spoken of. */
  | { kind: 'row'; rows: string[]; loose?: boolean }
  /** loose: a word that is as often something else. */
  | { kind: 'applicant'; columns: string[]; loose?: boolean }
  | { kind: 'result'; result: Outcome }
  | { kind: 'route'; route: Route }
  /** Column ids of table two, whichever the format has. */
  | { kind: 'column'; columns: string[] }
  /** A rate by name, as a share of `of` in `whole`; any pair of them may be meant. */
  | { kind: 'rate'; of: string[]; whole: string[]; rough?: boolean }
  /** Something else that is counted: the tables do not hold it. */
  | { kind: 'other' }
  /** named: by its own name; part: 部门, 镇街; government: 区政府, 办公室. */
  | { kind: 'organ'; organ: 'named' | 'part' | 'government' }
  | { kind: 'mark'; mark: Mark }
  /** Says nothing about what is counted. */
  | { kind: 'filler' }

interface TextTerms {
  terms: { sense: Sense; words: string[] }[]
  organs: string[]
  rates: { words: string[]; of: string[]; whole: string[]; rough?: boolean }[]
  fillers: string[]
}

/** Words by their characters, for the longest one at a place. */
interface Trie {
  next: Map<string, Trie>
  senses?: Sense[]
}

/** The words of the field with the labels of the format, and the names by which the publisher speaks of itself. */
export interface Lexicon {
  field: Trie
  own: Trie
}

const data = terms as TextTerms
const ORGAN = new RegExp(
  `[省市区县]?(${[...data.organs].sort((one, other) => other.length - one.length).join('|')})(?:监督|管理|服务|事务)*(?:委员会|分局|支队|大队|局|委|厅|办)`,
  'y',
)
const AREAS = ['省', '市', '区', '县', '旗', '镇', '乡', '街道', '街', '国', '系统', '局', '委', '校', '院']
const PLACE = /^.*?(?:自治区|自治州|省|市|区|县|旗|镇|乡|街道)(?=.)/
const ORGAN_TAIL = /(?:人民政府)?(?:办公室|办事处)?$/

const fields = new WeakMap<Format, Trie>()

/** What the lines of a draft are read with; the words of the field are put together once for a format. */
export function lexiconOf(format: Format, publisher: Publisher, scope: Scope): Lexicon {
  const field = fields.get(format) ?? fieldWords(format)
  fields.set(format, field)
  return { field, own: ownWords(publisher, scope) }
}

function fieldWords(format: Format): Trie {
  const trie: Trie = { next: new Map() }
  addWords(trie, { kind: 'filler' }, data.fillers)
  for (const { sense, words } of data.terms) addWords(trie, sense, words)
  for (const { words, ...rate } of data.rates) addWords(trie, { kind: 'rate', ...rate }, words)
  for (const row of format.tables.find(({ id }) => id === 't3')?.rows ?? []) {
    const label = /^\d\.([^（]+)/.exec(row.label)?.[1]
    if (label && label.length > 3) addWords(trie, { kind: 'row', rows: [row.id] }, [label])
  }
  return trie
}

function ownWords(publisher: Publisher, scope: Scope): Trie {
  const trie: Trie = { next: new Map() }
  for (const area of AREAS) {
    const own = isOwnArea(area, publisher, scope)
    addWords(trie, { kind: 'mark', mark: own ? 'self' : 'elsewhere' }, [`全${area}`])
    if (!own && area !== '系统')
      addWords(trie, { kind: 'mark', mark: 'elsewhere' }, [`${area}级部门`, `${area}里下发`, `${area}级清单`])
  }
  addWords(trie, { kind: 'mark', mark: 'self' }, selfNames(publisher))
  return trie
}

/** Whether 全区, 全镇 … is the publisher's own scope (domain.md X-3). */
function isOwnArea(area: string, { name, title, shortName, kind }: Publisher, scope: Scope): boolean {
  if (shortName?.endsWith(area)) return kind !== 'government' || scope === 'aggregate'
  if (kind === 'department') return ['局', '委', '院', '校', '系统'].includes(area)
  if (kind === 'government' && scope === 'organ') return false
  const place = placesOf(title ?? name).at(-1) ?? ''
  return place.endsWith(area) || (kind === 'street' && area === '街')
}

/** 双鸭山市四方台区人民政府办公室: 双鸭山市, 双鸭山市四方台区. */
function placesOf(name: string): string[] {
  const places: string[] = []
  let rest = name
  for (let match = PLACE.exec(rest); match; match = PLACE.exec(rest)) {
    places.push(match[0])
    rest = rest.slice(match[0].length)
  }
  return places
}

function selfNames({ name, title, shortName, kind }: Publisher): string[] {
  const names = [name, title, shortName].flatMap((one) => (one && one.length > 1 ? [one] : []))
  const short = names.flatMap((one) => {
    const places = placesOf(one)
    const place = places.at(-1) ?? ''
    const tail = one.slice(one.lastIndexOf(place) + place.length)
    const inner = kind === 'department' && tail.length > 2 ? [tail, `${place.at(-1) ?? ''}${tail}`] : []
    return [one.replace(ORGAN_TAIL, ''), place, places.join(''), ...inner]
  })
  const bare = { government: [], department: ['局'], town: ['镇', '乡'], street: ['街道'] }[kind]
  return [
    ...names,
    ...short.filter((one) => one.length > 1),
    ...bare.map((unit) => `我${unit}`),
    ...bare.map((unit) => `本${unit}`),
    '街道'.repeat(kind === 'street' ? 1 : 0),
  ].filter((one) => one !== '')
}

function addWords(trie: Trie, sense: Sense, words: string[]): void {
  for (const word of words) {
    let node = trie
    for (const character of word) {
      let next = node.next.get(character)
      if (!next) {
        next = { next: new Map() }
        node.next.set(character, next)
      }
      node = next
    }
    node.senses = joined(node.senses, [sense])
  }
}

/** A word that means something is no filler. */
function joined(senses: Sense[] | undefined, more: Sense[]): Sense[] {
  const all = [...(senses ?? []), ...more]
  const weighty = all.filter(({ kind }) => kind !== 'filler')
  return weighty.length > 0 ? weighty : all.slice(0, 1)
}

interface FoundWord {
  end: number
  senses: Sense[]
}

/** The longest word of the lexicon that starts at an offset. */
export function wordAt({ field, own }: Lexicon, text: string, start: number): FoundWord | undefined {
  const [known, name] = [longest(field, text, start), longest(own, text, start)]
  if (!known || !name) return known ?? name
  if (known.end === name.end) return { end: known.end, senses: joined(known.senses, name.senses) }
  return known.end > name.end ? known : name
}

function longest(trie: Trie, text: string, start: number): FoundWord | undefined {
  let node: Trie | undefined = trie
  let found: FoundWord | undefined
  for (let at = start; node; at++) {
    if (node.senses) found = { end: at, senses: node.senses }
    node = node.next.get(text[at] ?? '')
  }
  return found
}

/** The name of an organ that starts at an offset, and the part of it that tells it from others. */
export function organAt(text: string, start: number): { end: number; field: string } | undefined {
  ORGAN.lastIndex = start
  const match = ORGAN.exec(text)
  return match ? { end: start + match[0].length, field: match[1] ?? '' } : undefined
}

/** Whether an organ's short name is the publisher's: 人社 is 人力资源和社会保障. */
export function isOwnField(field: string, { name, kind }: Publisher): boolean {
  if (kind !== 'department') return false
  let at = -1
  return [...field].every((character) => {
    at = name.indexOf(character, at + 1)
    return at >= 0
  })
}
