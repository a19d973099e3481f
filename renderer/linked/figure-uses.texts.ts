/** Said of the sentences that use a figure of a table. */
export const texts = {
  heading: '用到这个数的文字',
  chapter: (number: string) => `第${number}部分：`,
  how: { linked: '随表数字', agrees: '相符', differs: '不符，请核对' },
}
