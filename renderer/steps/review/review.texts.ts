import type { GroupName } from './review-groups'

export const texts = {
  heading: '校核',
  ready: '可以报送',
  /** kept: how many sums that do not hold are kept on purpose. */
  readyNote: (kept: number) =>
    kept > 0
      ? `必填内容都已填写。勾稽关系有 ${kept} 处不平，已写明理由。`
      : '必填内容都已填写，勾稽关系都平衡。',
  warnings: (count: number) => `另有 ${count} 处请核对，不影响报送。`,
  left: (count: number) => `还差 ${count} 处即可报送`,
  leftNote: '点一行就到那一处。改好以后，这里自己会少一行。',
  leftWithWarnings: (count: number) =>
    `点一行就到那一处。改好以后，这里自己会少一行。另有 ${count} 处请核对。`,
  groups: {
    error: '要改正的',
    gap: '还没有填的',
    warning: '请核对的',
    info: '供参考的',
    kept: '已保留的',
  } satisfies Record<GroupName, string>,
  filters: '只看哪些',
  all: '全部',
  chapter: '只看哪一章',
  allChapters: '全部章节',
  nothingHere: '这里没有要处理的。',
  previousFinding: '上一处',
  previousFindingKey: '上一处（Shift+F8）',
  nextFinding: '下一处',
  nextFindingKey: '下一处（F8）',
  zeros: '空白格全部补 0',
  zerosNote: '只在确实没有发生时补 0。补错了可以撤销。',
  toExport: '去导出',
  comparison: '与上年对照',
  comparisonNote: (year: number) =>
    `看这份年报与${year}年度报告有哪些不同：各章文字的改动和重复的多少、变动的数字，可以导出给领导看。`,
  sheet: '勾稽核对表',
  sheetNote: '每条勾稽关系两边的数、结果和保留的理由，可以随报告一起报送或者留底。',
  sheetWord: '导出 Word',
  sheetPdf: '导出 PDF 文件',
  sheetRunning: '正在生成',
}
