import type { ExportFormat } from '../../../shared/ipc'

export const texts = {
  heading: '导出',
  report: '要导出的报告',
  noOrgan: '（未填编制机关）',
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
  left: (count: number) => `还有 ${count} 处没有处理，报送前请改好。现在也可以导出，先给别人看看。`,
  toReview: '去校核',
}
