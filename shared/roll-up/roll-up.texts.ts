/** Everything a roll-up says of the units' reports. */
export const texts = {
  otherYear: (year: number, own: number) => `是${year}年度的报告，汇总的是${own}年度的`,
  otherFormat: (format: string, own: string) => `用的是${format}年格式，汇总稿用的是${own}年格式`,
  aggregate: '本身是汇总报告，不是一个单位的',
  twoReports: (files: string[]) =>
    `这个单位有 ${files.length} 份不同的草稿（${files.join('、')}），不知道用哪一份`,
  sameReport: (file: string) => `与 ${file} 是同一份，只计一次`,
  refused: '不是这一格能接受的数，没有计入',
  otherTotal: (sum: string) =>
    sum === '' ? '只有合计、没有分项，没有计入' : `合计与各项之和 ${sum} 不符，按各项计入`,
  otherSum: (sum: string) => `各单位合计为 ${sum}，汇总稿里填的是别的数，没有改动`,
}
