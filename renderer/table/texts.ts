/** How many of the pasted texts went where. */
export interface PasteCount {
  /** Texts that stand in a cell now, understood or not. */
  cells: number
  /** Of these, kept as text because no cell of the kind accepts them. */
  refused: number
  /** Longer than any cell keeps. */
  tooLong: number
  /** Texts for which the table had no cell. */
  outside: number
}

/** Everything the figure table says to the clerk. */
export const texts = {
  scrollRegion: (caption: string) => `${caption}（表格较宽，可左右滚动）`,
  computed: '由各项自动合计；填入其他数会保留并提示',
  tooLong: '内容超过 200 字，没有放入；原来的内容没有改动',
  refused: (text: string, reason: string) => `“${shorten(text)}”没有认出：${reason}`,
  pasted: ({ cells, refused, tooLong, outside }: PasteCount) =>
    [
      `已粘贴 ${cells} 格`,
      refused > 0 && `其中 ${refused} 格没有认出`,
      tooLong > 0 && `${tooLong} 格内容超过 200 字，没有放入`,
      outside > 0 && '超出表格的内容没有粘贴',
    ]
      .filter((part) => part !== false)
      .join('，'),
  nothingPasted: '没有可以粘贴的文字',
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}…` : text
}
