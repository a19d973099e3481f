/** What the fields outside the tables are called, by their id in the format's guidance. */

const names: Record<string, string> = {
  year: '报告年度',
  format: '报告格式',
  'publisher.name': '编制机关名称',
  'publisher.kind': '机关类别',
  scope: '报告范围',
  'publisher.aggregates': '汇总了哪些单位',
  'publisher.title': '标题里的机关名称',
  'publisher.shortName': '文中自称',
  'publisher.bases': '本地依据',
  'contact.address': '地址',
  'contact.postcode': '邮政编码',
  'contact.phone': '电话',
  'contact.email': '电子邮箱',
  'website.name': '网站名称',
  'website.column': '栏目',
  'website.url': '网址',
  title: '标题排法',
  'title.lines': '标题各行',
  issuingLine: '标题下一行',
  'signature.name': '落款机关',
  'signature.date': '成文日期',
  preamble: '导言',
  chapterTitle: '标题用语',
  'chapterTitle.own': '自拟标题',
  numbering: '第二层序号',
  'style.landscape': '大表的方向',
  'style.linePitch': '行距（磅）',
  'style.pageNumber': '页码样式',
}

/** Throws for an unknown id: every field of the window has a name here. */
export function fieldName(field: string): string {
  const name = names[field]
  if (name === undefined) throw new Error(`Field ${field} has no name.`)
  return name
}
