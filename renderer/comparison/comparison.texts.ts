import type { ComparisonFile } from '../../shared/ipc'

/** Everything the two-year comparison says. */
export const texts = {
  heading: (year: number) => `与${year}年度报告对照`,
  note: '划去的是上年的文字，加下划线的是本年的文字。',
  back: '返回年报',
  none: '这份年报还没有上年的报告作对照。',
  unknownFormat: '上年报告的格式本软件还不认识，不能对照。',
  files: '导出对照',
  filesNote: '修订对照在 Word 中打开：全部接受，就是本年的文字；全部拒绝，就是上年的文字。',
  noFrame: '上年报告的标题、开头和落款没有留存，只对照各章。',
  exports: { tracked: '修订对照（Word）', figures: '变动数字一览表（Word）' } satisfies Record<
    ComparisonFile,
    string
  >,
  exporting: '正在生成',
  overview: '各章概况',
  chapter: '章',
  repetition: '与上年文字重复',
  figures: '变动的数字',
  noText: '—',
  cells: (count: number) => (count === 0 ? '没有变动' : `${count} 格`),
  noTable: '—',
  item: '项目',
  last: '上年',
  now: '本年',
  change: '增减',
  rate: '增减率',
  blank: '未填',
  noChangedFigures: '两年的数字相同，没有变动。',
  wording: '文字对照',
  parts: { opening: '标题和开头', closing: '落款' } as Record<string, string>,
  same: '与上年相同。',
  sameParagraphs: (count: number) => `${count} 段与上年相同`,
  image: '图片',
  row: (kind: 'added' | 'removed') => (kind === 'added' ? '加上的一行' : '删去的一行'),
}
