/** Everything the prose editor says to the clerk. */
export const texts = {
  toolbar: '段落格式',
  emptyHint: '在这里写，也可从 Word、WPS 或网页粘贴',
  captionHint: '图片说明（可以不填）',
  picture: '图片',
  missingPicture: '这份草稿里没有这张图片',
  body: '正文',
  heading: (mark: string) => `${mark}标题`,
  runInHeading: '标题接正文',
  numbered: (mark: string) => `${mark}段落`,
  list: '一是…',
  bold: '加粗',
  carried: '上年的数，还没有确认',
  linkedFigure: '随表数字',
  figureLabel: (name: string, text: string) => `${name}：${text}`,
  figureTip: (name: string) => `${name}，随表格变化`,
  figure: '表中数字',
  insertFigure: '插入表中数字',
  insertPicture: '图片',
  insertTable: '表格',
  rowBelow: '加一行',
  columnRight: '加一列',
  removeRow: '删除行',
  removeColumn: '删除列',
  headerRow: '首行为表头',
  removeTable: '删除表格',
  tips: {
    body: '不编号的正文段落',
    heading: '单独成段的标题，序号自动编排',
    runInHeading: '标题后面接着写正文，同在一段；标题到第一个句号或冒号为止',
    numbered: '带序号的正文段落，序号自动编排',
    insertFigure: '插入表里的数，表格改了跟着变',
    list: '一是、二是……各成一段，序号自动编排',
  },
  withKey: (tip: string, key: string) => `${tip}（${key}）`,
  length: (length: number) => `${count(length)} 字`,
  lengthWithin: (length: number, guide: number) => `${count(length)} 字，一般不超过 ${count(guide)} 字`,
  lengthOver: (length: number, guide: number) =>
    `${count(length)} 字，一般不超过 ${count(guide)} 字，多 ${count(length - guide)} 字`,
  pasteTooLong: (length: number, limit: number) =>
    `要粘贴的内容有 ${count(length)} 字，一次最多 ${count(limit)} 字，没有放入。原来的内容没有改动。`,
}

function count(characters: number): string {
  return characters.toLocaleString('zh-CN')
}
