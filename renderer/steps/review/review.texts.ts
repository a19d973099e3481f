import type { Severity } from '../../../shared/check/finding'

export const texts = {
  heading: '校核',
  ready: '可以报送',
  readyNote: '必填内容都已填写，勾稽关系都平衡。',
  readyWithWarnings: (count: number) =>
    `必填内容都已填写，勾稽关系都平衡。另有 ${count} 处请核对，不影响报送。`,
  left: (count: number) => `还差 ${count} 处即可报送`,
  leftNote: '点一行就到那一处。改好以后，这里自己会少一行。',
  severities: {
    error: '要改正的',
    warning: '请核对的',
    info: '供参考的',
  } satisfies Record<Severity, string>,
  gaps: '还没有填的',
  zeros: '空白格全部补 0',
  zerosNote: '只在确实没有发生时补 0。补错了可以撤销。',
  toExport: '去导出',
}
