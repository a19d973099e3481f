import type { PublisherKind, Scope, Title } from '../../../shared/draft/draft'
import type { Choice } from '../../fields/choice-field'

const kinds: Choice<PublisherKind>[] = [
  { value: 'government', label: '人民政府（含办公室）' },
  { value: 'department', label: '政府部门' },
  { value: 'town', label: '乡镇人民政府' },
  { value: 'street', label: '街道办事处' },
]

const scopes: Choice<Scope>[] = [
  {
    value: 'organ',
    label: '本机关',
    explanation: '只报本机关自己的工作和数据。区政府的这一份只含以区政府、区政府办公室名义开展的工作。',
  },
  {
    value: 'aggregate',
    label: '全区汇总',
    explanation: '把各部门、乡镇、街道的数据加在一起，由政府信息公开工作主管部门编制。',
  },
]

const titleForms: Choice<Title['kind']>[] = [
  { value: 'organFirst', label: '机关名称单独一行' },
  { value: 'yearFirst', label: '年度在前' },
  { value: 'edited', label: '自己分行' },
]

export const texts = {
  heading: '基本信息',
  yearSection: '年度和格式',
  yearOption: (year: number) => `${year}年`,
  formatBasis: (notice: { title: string; number: string }) => `依据：${notice.title}（${notice.number}）`,
  otherFormat: (year: number, format: string) => `${year}年度的报告适用${format}。`,
  wantedFormat: (format: string) => `要改用${format}。`,
  noPlace: (count: number) => `那个格式的表里没有下面 ${count} 格，改用后这些数不再保留，可以撤销：`,
  allHavePlace: '已填的内容都会保留。',
  take: (format: string) => `改用${format}`,
  takeWithout: (format: string) => `改用${format}，不留这些数`,
  keep: '不改',
  publisherSection: '编制机关',
  nameHint: '写全称，如“双鸭山市四方台区人民政府办公室”。',
  scopes,
  kinds,
  aggregatesHint: '写进导言，如“区政府组成部门及所辖镇、街道”。',
  titleHint: '与编制机关不同时填写，如“四方台区人民政府”。',
  shortNameHint: '如“我区”“本机关”。',
  basesHint: '地方性法规或本地通知，连同文号，每行一条，可不填。',
  contactSection: '联系方式和公布网站',
  contactNote: '这些内容写进导言，没有的可以不填。',
  titleSection: '标题和落款',
  titleForms,
  titleLinesHint: '每行一条，按词义分行。',
  titlePicture: '标题的样子',
  issuingLineHint: '如发布单位或日期，可不填。',
  signatureHint: '不填则没有落款。',
}
