/** Why a file cannot be read as last year's report. The file itself is left as it is. */
export interface ReadError {
  kind:
    | 'oldWord'
    | 'pdf'
    | 'richText'
    | 'encrypted'
    | 'notWord'
    | 'damaged'
    | 'tooLarge'
    | 'noReport'
    | 'missing'
    | 'unreadable'
  /** File name without folder. */
  name: string
}

/** What the clerk is told, and what she can do. */
export function readErrorMessage({ kind, name }: ReadError): { title: string; advice: string } {
  const { title, advice } = messages[kind]
  return { title: title.replace('{}', name), advice }
}

const messages: Record<ReadError['kind'], { title: string; advice: string }> = {
  oldWord: {
    title: '“{}”是旧版 Word 文档。',
    advice: '请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”，再选新存的文件。',
  },
  pdf: {
    title: '“{}”是 PDF 文件，里面的表格不能可靠地读出来。',
    advice: '请找到原来的 Word 文档；没有的，用 WPS 或 Word 转成 .docx 并逐项核对后再选。',
  },
  richText: {
    title: '“{}”不是 Word 文档（.docx）。',
    advice: '请用 Word 或 WPS 打开，另存为“Word 文档（.docx）”，再选新存的文件。',
  },
  encrypted: {
    title: '“{}”设了打开密码。',
    advice: '请用 Word 或 WPS 打开，取消密码后另存，再选新存的文件。',
  },
  notWord: { title: '“{}”不是 Word 文档。', advice: '请选以 .docx 结尾的年度报告。' },
  damaged: {
    title: '“{}”已损坏，读不出来。',
    advice: '请用 Word 或 WPS 打开，修复后另存为 .docx，再选新存的文件。',
  },
  tooLarge: {
    title: '“{}”太大，没有读取。',
    advice: '请确认这是一份年度报告；图片很多的，压缩图片后另存再选。',
  },
  noReport: {
    title: '“{}”里没有找到年度报告的章节和表格。',
    advice: '请确认选的是政府信息公开工作年度报告的全文。',
  },
  missing: { title: '找不到“{}”。', advice: '文件可能被移动或删除了，请重新选择。' },
  unreadable: { title: '不能读取“{}”。', advice: '文件可能正被别的程序使用，请关闭后再试。' },
}
