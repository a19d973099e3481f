/** Everything the table of changed figures says. */
export const texts = {
  title: '变动数字一览表',
  subtitle: (title: string, year: number) => `${title}与${year}年度报告对照`,
  item: '项目',
  last: '上年',
  now: '本年',
  change: '增减',
  rate: '增减率',
  totalChange: '总计增减',
  fromTo: (last: string, now: string) => `${last}→${now}`,
  blank: '空白',
  none: '两年的数字相同，没有变动。',
  legend: '只列有变动的行。“4→7”为上年数和本年数，单独一个数为两年相同。',
  dropped: (year: number, count: number) =>
    `${year}年度报告有 ${count} 个数字在本年格式中没有对应的格，没有列入。`,
}
