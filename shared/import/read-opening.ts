import { generatePreamble } from '../compose/preamble'
import { titleLines } from '../compose/title'
import type { Draft, Publisher, PublisherKind, Title } from '../draft/draft'
import type { Format } from '../format/format'

/** What stands above the first chapter. */
export interface Opening {
  title: string[]
  issuingLine?: string
  preamble: string
}

/** A line of the opening and the style it has. */
export interface OpeningLine {
  lines: string[]
  style?: string
}

const REPORT = /年度?报告|年报/u

/** Parts the paragraphs above the first chapter into title, issuing line and preamble. */
export function readOpening(paragraphs: OpeningLine[]): Opening {
  const filled = paragraphs.filter(({ lines }) => lines.some((line) => line.trim() !== ''))
  const styled = filled.findIndex(({ style }) => style === 'Title')
  const end = styled >= 0 ? styled + 1 : titleEnd(filled)
  const from = Math.max(styled, 0)
  const [next, ...rest] = filled.slice(end)
  const isIssuing = next !== undefined && isIssuingLine(next)
  return {
    title: filled
      .slice(from, end)
      .flatMap(({ lines }) => lines.map((line) => line.trim()).filter((line) => line !== '')),
    ...(isIssuing && { issuingLine: next.lines.join(' ').trim() }),
    preamble: (isIssuing || !next ? rest : [next, ...rest])
      .flatMap(({ lines }) => lines.map((line) => line.trim()))
      .filter((line) => line !== '')
      .join('\n'),
  }
}

/** A title has at most this many lines and no sentence. */
const MOST_TITLE_LINES = 5
const LONGEST_TITLE_LINE = 45

function titleEnd(paragraphs: OpeningLine[]): number {
  let text = ''
  for (const [index, { lines }] of paragraphs.slice(0, MOST_TITLE_LINES).entries()) {
    const line = lines.join('').replace(/\s+/gu, '')
    if (line.length > LONGEST_TITLE_LINE || line.includes('。')) return 0
    text += line
    if (REPORT.test(text)) return index + 1
  }
  return 0
}

function isIssuingLine({ lines, style }: OpeningLine): boolean {
  const text = lines.join('').trim()
  return style === 'Subtitle' || (style !== 'BodyText' && text.length <= 30 && !/[。；，]/u.test(text))
}

/** The year a report is about, from its title or the period it names; undefined where neither says. */
export function readYear({ title, preamble }: Opening): number | undefined {
  const whole = title.join('').replace(/\s+/gu, '')
  const year =
    /(20\d\d)年/u.exec(whole)?.[1] ??
    /(20\d\d)年1月1日/u.exec(preamble.replace(/\s+/gu, ''))?.[1] ??
    /(20\d\d)年度?/u.exec(preamble.replace(/《[^》]*》|〔[^〕]*〕/gu, ''))?.[1]
  return year === undefined ? undefined : Number(year)
}

/** The title's organ: all of it but the year and the report's own name. */
function titleOrgan(title: string[]): string {
  return title
    .join('')
    .replace(/\s+/gu, '')
    .replace(
      /(?:20\d\d)年度?|(?:关于)?政府信息公开(?:工作)?(?:的)?(?:年度?报告|年报)|政务公开工作年度报告/gu,
      '',
    )
}

/** What the opening says of the office: its name, what it sums up, how to reach it. */
export function readPublisher(opening: Opening, author: string): Publisher {
  const text = opening.preamble.replace(/\s*\n\s*/gu, '')
  const plain = text.replace(/[ \u3000]+/gu, '')
  const organ = titleOrgan(opening.title)
  const named = compiler(plain)
  const name = named.name ?? (ORGAN.test(author) ? author : organ)
  const found = {
    ...(organ !== '' && organ !== name && { title: organ }),
    ...field('aggregates', named.aggregates),
    ...field('address', /地\s*址[:：]\s*([^，。；）)]+)/u.exec(text)?.[1]),
    ...field('postcode', /(?:邮\s*编|邮政编码)[:：]\s*(\d{6})/u.exec(text)?.[1]),
    ...field('phone', /(?:电\s*话|联系方式)[:：]\s*([\d（()）\-—－ 、/转]+\d)/u.exec(text)?.[1]),
    ...field('email', /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/u.exec(text)?.[1]),
  }
  const bases = localBases(plain)
  const website = readWebsite(text)
  return {
    name,
    kind: kindOf(name),
    ...found,
    ...(bases.length > 0 && { bases }),
    ...(website && { website }),
  }
}

function field<Name extends string>(name: Name, value: string | undefined): { [key in Name]?: string } {
  const text = value?.trim()
  return text ? ({ [name]: text } as { [key in Name]?: string }) : {}
}

const ORGAN = /(?:政府|办公室|办公厅|局|委员会|街道办事处|办事处|厅|院|中心|所|队|镇|乡)$/u

function compiler(text: string): { name?: string; aggregates?: string } {
  const both = /[，,]由([^，。；]{2,60}?)综合([^。；]{2,120}?)的政府信息公开工作情况编制/u.exec(text)
  if (both) return { name: both[1] ?? '', aggregates: both[2] ?? '' }
  const aggregates = /[，,]综合([^。；]{2,120}?)的政府信息公开工作情况编制/u.exec(text)?.[1]
  if (aggregates) return { aggregates }
  const name = /(?:由|，)([^，。；由]{2,40}?)(?:组织|负责|汇总)?(?:编制|编写)/u.exec(text)?.[1]
  const contact = /请与([^，。；（）]{2,40}?)联系/u.exec(text)?.[1]
  const found = name && !/要求|规定/u.test(name) ? name : contact
  return found && found !== '本机关' ? { name: found } : {}
}

/** Acts cited beside the two national ones, in the usual wording's place for them. */
function localBases(text: string): string[] {
  const cited = /(?:根据|按照)(.*?)(?:的规定|的有关规定|的要求|有关规定|要求)/u.exec(text)?.[1] ?? ''
  return [...cited.matchAll(/《[^》]*(?:《[^》]*》[^》]*)*》(?:（[^）]*）)?/gu)]
    .map(([act]) => act)
    .filter((act) => !/中华人民共和国政府信息公开条例|国办公开办函/u.test(act))
}

function readWebsite(text: string): Publisher['website'] | undefined {
  const url =
    /https?:\/\/[\w./?=&%#~:@+,;!*-]+[\w/=#]/iu.exec(text)?.[0] ??
    /www\.[\w.-]+\.[a-z]{2,6}[\w./-]*/iu.exec(text)?.[0]
  const place =
    /(?:可在|登录|通过|可从)([^。；，]*?)(?:（[^）]*）)?(?:中|上)?(?:查阅|查询|下载)/u.exec(text)?.[1] ?? ''
  const [, name, column = ''] = /^(.*?网站)(.*)$/u.exec(place.trim()) ??
    /^(.*?(?:网|平台|门户))(.*)$/u.exec(place.trim()) ?? [undefined, place.trim(), '']
  const site = {
    ...field('name', name === url ? undefined : name),
    ...field('column', column.replace(/^[-—－的]+/u, '')),
    ...field('url', url),
  }
  return Object.keys(site).length > 0 ? site : undefined
}

function kindOf(name: string): PublisherKind {
  if (/街道/u.test(name)) return 'street'
  if (/[镇乡](?:人民政府)?(?:党政)?(?:办公室)?$/u.test(name)) return 'town'
  return /人民政府(?:办公室|办公厅)?$/u.test(name) ? 'government' : 'department'
}

/** The title as the app writes it where it is one of its two forms, otherwise its lines. */
export function readTitle(lines: string[], draft: Pick<Draft, 'year' | 'publisher'>): Title {
  const whole: Title = { kind: 'edited', lines: [lines.join('')] }
  const forms: Title[] = [{ kind: 'organFirst' }, { kind: 'yearFirst' }, whole]
  const isSame = (title: Title) => titleLines({ ...draft, title }).join('\n') === lines.join('\n')
  return forms.find(isSame) ?? { kind: 'edited', lines }
}

export function readPreamble(
  text: string,
  draft: Pick<Draft, 'year' | 'publisher'>,
  format: Format,
): Draft['preamble'] {
  return generatePreamble(draft, format) === text ? { kind: 'generated' } : { kind: 'edited', text }
}
