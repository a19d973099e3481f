import { Paragraph } from 'docx'
import type { Style } from '../../../shared/compose/style'
import { textRuns } from './runs'
import { styleIds } from './styles-part'
import { characterPitch, twipsOfPoints } from './units'

/**
 * Signature without a seal (GB/T 9704—2012, 7.3.5.2): one line below the text, two characters in from the right;
 * the date below begins two characters further right than the name. A date longer than the name stands two
 * characters in itself, and the name moves left.
 */
export function signatureParagraphs(
  { name, date }: { name?: string; date?: string },
  style: Style,
): Paragraph[] {
  const [nameIndent, dateIndent] = indents(lengthOf(name ?? ''), lengthOf(date ?? ''))
  const lines = [
    ...(name === undefined ? [] : [{ text: name, indent: nameIndent }]),
    ...(date === undefined ? [] : [{ text: date, indent: name === undefined ? NEAR : dateIndent }]),
  ]
  return lines.map(
    ({ text, indent }, index) =>
      new Paragraph({
        style: styleIds.signature,
        children: textRuns([{ text }]),
        indent: { right: Math.round(indent * characterPitch(style)) },
        ...(index === 0 && { spacing: { before: twipsOfPoints(style.linePitch) } }),
        keepNext: index < lines.length - 1,
      }),
  )
}

/** Characters from the right edge. */
const NEAR = 2

function indents(name: number, date: number): [number, number] {
  return date > name ? [NEAR + date + NEAR - name, NEAR] : [NEAR, name - date]
}

/** In Chinese characters; digits are half as wide. */
function lengthOf(text: string): number {
  return Array.from(text).reduce((length, character) => length + (character <= '\u00ff' ? 0.5 : 1), 0)
}
