import type { FontSetting } from '../../../shared/compose/style-settings'

export const texts = {
  section: '版式',
  byStandard: '按国家标准（GB/T 9704—2012）',
  byOwn: '有自己的设置',
  thisReport: '这份年报',
  upright: (caption: string) => ({ label: '竖放', explanation: `“${caption}”和正文一样竖放，排在一页里` }),
  turned: (caption: string) => ({ label: '横放', explanation: `“${caption}”单独横放一页，列更宽` }),
  allReports: '本单位的年报都这样排',
  allReportsNote: '在这台电脑上写的年报都照这里排，一直有效。空着就是国家标准。',
  linePitch: (lines: number) => `每页 ${lines} 行`,
  linePitchRange: (least: number, most: number) => `行距要在 ${least} 到 ${most} 磅之间。`,
  pageNumbers: {
    standard: '— 1 —（国家标准）',
    hyphens: '-1-',
    plain: '1',
    own: (text: string) => `${text}（设置文件里的）`,
  },
  fonts: {
    title: '标题字体',
    heading1: '“一、”的字体',
    heading2: '“（一）”的字体',
    body: '正文字体',
    digits: '数字和字母的字体',
    table: '表格字体',
    pageNumber: '页码字体',
  } satisfies Record<FontSetting, string>,
  restore: '恢复国家标准',
  notKept: '设置没有保存成。请再试一次。',
  fault: (reason: string) =>
    `版式设置文件（style.json）不能用：${reason}。现在按国家标准排；在下面改一项或点“恢复国家标准”，就换成新的。`,
}
