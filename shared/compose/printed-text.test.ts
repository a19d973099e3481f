import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printedLines, printedText } from './printed-text'

describe('printedText', () => {
  it.each([
    ['全年公开 12 件', '全年公开 12 件', 'ordinary text stays'],
    ['危及“三安全一稳定”—…·', '危及“三安全一稳定”—…·', 'Chinese punctuation stays'],
    ['公\u0000开\u0008', '公开', 'control characters go'],
    ['第一行\r\n第二行\t末', '第一行 第二行 末', 'line breaks and tabs are a space'],
    ['前\ud83d后', '前后', 'half of a surrogate pair goes'],
    ['好\u{1f44d}的 𠮷', '好\u{1f44d}的 𠮷', 'a whole pair stays'],
    ['\u202e321\u202c件', '321件', 'marks that turn figures around go'],
    ['\ufeff网\u200b站\uffff', '网站', 'invisible marks and noncharacters go'],
  ])('%j becomes %j: %s', (text, expected) => {
    expect(printedText(text)).toBe(expected)
  })

  it('leaves nothing an XML file cannot hold, and nothing to clean a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const clean = printedText(text)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(clean).not.toMatch(/[\u0000-\u001f\ud800-\udfff\ufffe\uffff]/u)
        expect(printedText(clean)).toBe(clean)
      }),
    )
  })
})

it('printedLines splits at every kind of line break and leaves empty lines out', () => {
  expect(printedLines('甲 \n\n\u2028乙\r\n \v丙')).toEqual(['甲', '乙', '丙'])
})
