import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'

/** What a program says that is not ours. */
export function run(program: string, ...args: string[]): string {
  return execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 })
}

export function withoutSpace(text: string): string {
  return text.replace(/\s+/gu, '')
}

export function pageCount(pdf: string): number {
  return Number(/^Pages: +(\d+)$/mu.exec(run('pdfinfo', pdf))?.[1])
}

/** Lines of a page without its number. */
export function pageText(pdf: string, page: number): string[] {
  const lines = run('pdftotext', '-raw', '-f', String(page), '-l', String(page), pdf, '-').split(/[\n\f]/)
  return lines.filter((line) => line !== '' && !/^— ?\d+ ?—$/u.test(line))
}

export function pdfText(pdf: string): string {
  const pages = Array.from({ length: pageCount(pdf) }, (_, index) => pageText(pdf, index + 1))
  return pages.flat().join('\n')
}

export function docxText(docx: string): string {
  const xml = strFromU8(unzipSync(readFileSync(docx))['word/document.xml'] ?? new Uint8Array())
  return unescaped([...xml.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gsu)].map(([, text]) => text).join(''))
}

/** What is seen: a table's hidden name is not. */
export function htmlText(html: string): string {
  const [, main = ''] = /<main>(.*)<\/main>/su.exec(readFileSync(html, 'utf8')) ?? []
  return unescaped(main.replace(/<caption.*?<\/caption>/gsu, '').replace(/<[^>]+>/gu, ''))
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", amp: '&' }

export function unescaped(text: string): string {
  return text.replace(/&(#?\w+);/gu, (entity, name: string) => entities[name] ?? entity)
}
