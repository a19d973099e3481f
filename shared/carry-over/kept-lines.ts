import type { Draft } from '../draft/draft'

/** What of last year's report beside figures and text stands in this one unasked; a line of Chinese for each kind. */
export function keptLines(last: Draft, draft: Draft): string[] {
  const { publisher } = draft
  const own: [string, unknown, unknown][] = [
    ['编制机关', publisher.name, last.publisher.name],
    ['地址', publisher.address, last.publisher.address],
    ['邮编', publisher.postcode, last.publisher.postcode],
    ['电话', publisher.phone, last.publisher.phone],
    ['电子邮箱', publisher.email, last.publisher.email],
    [
      '网站',
      publisher.website?.url ?? publisher.website?.name,
      last.publisher.website?.url ?? last.publisher.website?.name,
    ],
    [
      '本地依据',
      publisher.bases?.join(),
      publisher.bases?.every((basis) => last.publisher.bases?.includes(basis)) && publisher.bases.join(),
    ],
    ['落款机关', draft.signature.name, last.signature.name],
  ]
  const kept = own.flatMap(([name, now, before]) => (now && now === before ? [name] : []))
  const renewed = [
    ...(draft.title.kind === 'edited' ? ['标题'] : []),
    ...(draft.preamble.kind === 'edited' ? ['导言'] : []),
  ]
  return [
    ...(kept.length > 0 ? [`${kept.join('、')}沿用${last.year}年度的，请核对有没有变。`] : []),
    ...(renewed.length > 0
      ? [`你改过的${renewed.join('和')}沿用${last.year}年度的，只换了年份和通知的名称、文号。`]
      : []),
    ...(Object.keys(draft.chapterTitles).length > 0 ? [`章的标题沿用${last.year}年度的写法。`] : []),
  ]
}
