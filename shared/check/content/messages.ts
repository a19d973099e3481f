/** What the checks of the text say: place, what stands there, what was expected (interface.md, Voice). */

export const messages = {
  wrongYear: (words: string, year: number) => `文中写“${words}”，报告年度是${year}年。`,
  wrongPeriod: (words: string, year: number) => `统计期限写“${words}”，应为${year}年1月1日至12月31日。`,
  wrongTitleYear: (words: string, year: number) => `标题写“${words}”，报告年度是${year}年。`,
  tooLong: (chapter: string, length: number, guide: number) =>
    `第${chapter}章 ${length} 字，篇幅原则上不超过 ${guide} 字。`,
  tooShort: (chapter: string, length: number) => `第${chapter}章只有 ${length} 个字，要写得具体明确。`,
  generic: (chapter: string) => `第${chapter}章都是通用的话，没有写到具体的问题和措施，请核对。`,
  outdated: (words: string, message: string) => `文中写“${words}”，${message}`,
  listNumber: (found: string, expected: string) => `序号写“${found}”，按顺序应为“${expected}”。`,
  brackets: (found: string, expected: string) => `文号写“${found}”，年份应当用六角括号，写成“${expected}”。`,
  punctuation: (words: string, count: number) =>
    count > 1
      ? `“${words}”等 ${count} 处标点不规范，中文里用全角标点，也不要重复。`
      : `“${words}”标点不规范，中文里用全角标点，也不要重复。`,
  chapterTitle: (number: string, found: string, expected: string) =>
    `第${number}章的标题是“${found}”，格式模板写的是“${expected}”。`,
  scopeWords: (words: string) => `文中写“${words}”，报告范围选的却是本机关，请核对口径。`,
  scopeField: '报告范围选的是本机关，又填了汇总的单位，请核对口径。',
  atLeast: (cell: string, found: string, parts: string, least: string) =>
    `${cell}：填 ${found}，${parts}，一般不少于 ${least}。`,
  share: (part: string, value: string, whole: string, share: string) =>
    `${part}：填 ${value}，占${whole}的 ${share}%，比例偏高，请核对分类。`,
}
