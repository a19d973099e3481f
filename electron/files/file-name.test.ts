import { describe, expect, test } from 'vitest'
import { safeFileName, withEnding } from './file-name'

describe('a file name made of a title', () => {
  test.each([
    ['某某镇2025年政府信息公开工作年度报告', '某某镇2025年政府信息公开工作年度报告'],
    ['../../etc/passwd', 'etcpasswd'],
    ['C:\\Windows\\a', 'CWindowsa'],
    ['一\n二\u0000三\u202e四\ud800', '一二三四'],
    ['a\u3000 b', 'a b'],
    ['名 . .', '名'],
    ['𠮷'.repeat(200), '𠮷'.repeat(100)],
    ['', '年度报告'],
    ['...', '年度报告'],
    ['CON', '年度报告'],
    ['lpt1.x', '年度报告'],
  ])('%o becomes %s', (title, name) => {
    expect(safeFileName(title, '年度报告')).toBe(name)
  })

  test.each([
    ['/a', '/a.docx'],
    ['/a.DOCX', '/a.DOCX'],
    ['/a.doc', '/a.doc.docx'],
  ])('%s is written as %s', (path, written) => {
    expect(withEnding(path, '.docx')).toBe(written)
  })
})
