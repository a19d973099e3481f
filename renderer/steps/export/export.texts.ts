import type { ExportFormat } from '../../../shared/ipc'

export const texts = {
  heading: '导出',
  report: '要导出的报告',
  formats: { docx: 'Word 文件', pdf: 'PDF 文件', html: '网页', xlsx: '表格文件' } satisfies Record<
    ExportFormat,
    string
  >,
  exportWord: '导出 Word',
  exportWordKey: '选好位置，生成 Word 文件',
  exporting: '正在生成',
  done: '已导出',
  outdated: '导出以后又有改动，这份文件不是最新的。',
  reveal: '打开所在文件夹',
  revealFile: (name: string) => `打开所在文件夹：${name}`,
  left: (errors: number, gaps: number) =>
    `还有 ${[errors > 0 && `${errors} 处要改正`, gaps > 0 && `${gaps} 处没有填`].filter(Boolean).join('、')}，报送前请处理好。现在也可以先导出。`,
  toReview: '去校核',
}
