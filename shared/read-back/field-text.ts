import { chapterTitle } from '../compose/chapter-title'
import { generatePreamble, preambleText } from '../compose/preamble'
import { printedLines, printedText } from '../compose/printed-text'
import { printedDate } from '../compose/signature'
import { titleLines } from '../compose/title'
import type { Draft } from '../draft/draft'
import type { Format } from '../format/format'
import type { EditedField } from './edit'

/** What a field of the draft prints. */
export function fieldText(draft: Draft, field: EditedField, format: Format): string {
  switch (field.kind) {
    case 'title':
      return titleLines(draft).join('\n')
    case 'issuingLine':
      return printedText(draft.issuingLine ?? '').trim()
    case 'preamble':
      return printedLines(preambleText(draft, format)).join('\n')
    case 'signatureName':
      return printedText(draft.signature.name ?? '').trim()
    case 'signatureDate':
      return printedDate(draft.signature.date ?? '')
    case 'chapterTitle': {
      const chapter = format.chapters.find(({ id }) => id === field.chapter)
      return chapter ? chapterTitle(chapter, draft) : ''
    }
  }
}

/** The draft with what the field prints replaced. */
export function withFieldText(draft: Draft, field: EditedField, text: string, format: Format): Draft {
  switch (field.kind) {
    case 'title':
      return { ...draft, title: { kind: 'edited', lines: text.split('\n').filter((line) => line !== '') } }
    case 'issuingLine': {
      const { issuingLine: _before, ...rest } = draft
      return text === '' ? rest : { ...draft, issuingLine: text }
    }
    case 'preamble': {
      const isGenerated = printedLines(generatePreamble(draft, format)).join('\n') === text
      return { ...draft, preamble: isGenerated ? { kind: 'generated' } : { kind: 'edited', text } }
    }
    case 'signatureName': {
      const { name: _before, ...rest } = draft.signature
      return { ...draft, signature: text === '' ? rest : { ...rest, name: text } }
    }
    case 'signatureDate': {
      const { date: _before, ...rest } = draft.signature
      return { ...draft, signature: text === '' ? rest : { ...rest, date: storedDate(text) } }
    }
    case 'chapterTitle':
      return withChapterTitle(draft, field.chapter, text, format)
  }
}

/** 2026年1月20日 as the draft holds a date; anything else stays as it was written. */
function storedDate(text: string): string {
  const [, year, month = '', day = ''] =
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(text.replace(/\s+/gu, '')) ?? []
  return year === undefined ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function withChapterTitle(draft: Draft, id: string, text: string, format: Format): Draft {
  const chapter = format.chapters.find((one) => one.id === id)
  const { [id]: _before, ...others } = draft.chapterTitles
  if (!chapter || text === chapter.title) return { ...draft, chapterTitles: others }
  const title = text === chapter.longTitle ? ({ kind: 'long' } as const) : ({ kind: 'own', text } as const)
  return { ...draft, chapterTitles: { ...others, [id]: title } }
}
