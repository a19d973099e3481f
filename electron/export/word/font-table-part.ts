import type { Style } from '../../../shared/compose/style'
import { element, valueElement, WORDPROCESSING, xmlPart } from './xml'

/** word/fontTable.xml: for each font the one that stands in for it where it is not installed. */
export function fontTablePart(style: Style): string {
  const used = [...Object.values(style.text), style.table.text].flatMap(({ font, latinFont }) => [
    font,
    latinFont,
  ])
  const fonts = [...new Set(used)].map((name) => font(name, style.substitutes[name]))
  return xmlPart(element('w:fonts', { 'xmlns:w': WORDPROCESSING }, ...fonts))
}

function font(name: string, substitute: string | undefined): string {
  const isChinese = /\p{Script=Han}/u.test(name)
  return element(
    'w:font',
    { 'w:name': name },
    ...(substitute === undefined ? [] : [valueElement('w:altName', substitute)]),
    valueElement('w:charset', isChinese ? GB2312 : ANSI),
    valueElement('w:family', 'auto'),
    valueElement('w:pitch', 'default'),
  )
}

/** Windows character sets, in hexadecimal. */
const GB2312 = '86'
const ANSI = '00'
