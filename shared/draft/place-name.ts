const parts: Record<string, string> = {
  kind: '文件种类',
  version: '版本',
  format: '报告格式',
  year: '年度',
  scope: '报告口径',
  publisher: '基本信息',
  title: '标题',
  issuingLine: '标题下一行',
  chapterTitles: '章标题',
  preamble: '导言',
  numbering: '序号写法',
  prose: '正文',
  figures: '表格数字',
  signature: '落款',
  style: '版式',
  waivers: '保留说明',
  carried: '上年带来的数',
  previous: '上年报告',
  proseChoices: '上年文字的取舍',
  unusualRatio: '变化提示的倍数',
  rollUp: '各单位汇入的数',
  images: '图片',
}

const publisherFields: Record<string, string> = {
  name: '编制机关',
  title: '标题中的机关名称',
  shortName: '简称',
  kind: '机关类型',
  aggregates: '汇总范围',
  bases: '本地依据',
  address: '地址',
  postcode: '邮编',
  phone: '电话',
  email: '电子邮箱',
  website: '网站',
}

/** A place in a draft file as the clerk knows it: ['prose', '5', '3', …] is 第 5 章正文第 4 段. */
export function placeName(path: string[]): string {
  const [part = '', second, third] = path
  if (part === '') return '文件'
  const name = own(parts, part) ?? `“${part}”`
  if (second === undefined) return name
  switch (part) {
    case 'publisher':
      return `${name}的${own(publisherFields, second) ?? `“${second}”`}`
    case 'prose': {
      const chapter = `第 ${second.replace(/\..*$/, '')} 章正文`
      return third === undefined ? chapter : `${chapter}第 ${Number(third) + 1} 段`
    }
    case 'chapterTitles':
      return `第 ${second} 章的标题`
    case 'figures':
      return `${name}“${second}”`
    case 'signature':
      return `${name}的${second === 'date' ? '日期' : '机关'}`
    case 'waivers':
      return `第 ${Number(second) + 1} 条${name}`
    default:
      return name
  }
}

function own(names: Record<string, string>, key: string): string | undefined {
  return Object.hasOwn(names, key) ? names[key] : undefined
}
