import type { MissingFont } from '../../../shared/html/missing-fonts'
import type { ExportError, ExportFormat, PdfError, WordCopy, WriteError } from '../../../shared/ipc'
import { type MessageWords, writeProblem } from '../../shell/message.texts'

const names: Record<ExportFormat, string> = {
  docx: 'Word 文件',
  pdf: 'PDF 文件',
  html: '网页',
  xlsx: '电子表格',
}

export const texts = {
  heading: '导出',
  report: '要导出的报告',
  noOrgan: '（未填编制机关）',
  formats: names,
  chooseFormats: '导出成',
  explanations: {
    docx: '按公文格式排好版，可以再修改',
    pdf: '和下面的页面一样，用来报送和打印',
    html: '放到政府网站上，电脑和手机都能看',
    xlsx: '三张表的数字，用 Excel 或 WPS 打开',
  } satisfies Record<ExportFormat, string>,
  wordCopy: 'Word 文件用来',
  copies: {
    publication: { label: '发布稿', explanation: '只有报告本身，报送、公开都用这一种' },
    working: { label: '工作稿', explanation: '里面带着草稿，可以在本软件里再打开接着写；不要对外发布' },
  } satisfies Record<WordCopy, { label: string; explanation: string }>,
  exportFormats: (formats: ExportFormat[]) => {
    const [only] = formats
    if (formats.length === 1 && only) return only === 'docx' ? '导出 Word' : `导出${spaced(names[only])}`
    return formats.length === 0 ? '导出' : `导出这 ${formats.length} 种`
  },
  exportKey: '选好位置，生成文件',
  nothingChosen: '先选一种要导出的文件。',
  exporting: '正在生成',
  done: '已导出',
  outdated: '导出以后又有改动，这份文件不是最新的。',
  reveal: '打开所在文件夹',
  revealFile: (name: string) => `打开所在文件夹：${name}`,
  left: (errors: number, gaps: number) =>
    `还有 ${[errors > 0 && `${errors} 处要改正`, gaps > 0 && `${gaps} 处没有填`].filter(Boolean).join('、')}，报送前请处理好。现在也可以先导出。`,
  toReview: '去校核',
  pages: '导出后的页面',
  missingFonts: '这台电脑缺少公文用的字体',
  missingFont: ({ font, standIn }: MissingFont) =>
    standIn === undefined ? `没有“${font}”，用系统自选的字体代替。` : `没有“${font}”，用“${standIn}”代替。`,
  missingFontsNote:
    '预览和 PDF 里用的是代替的字体。Word 文件里仍是原来的字体，在有这些字体的电脑上照常显示。',
}

/** A space between Chinese and Latin letters. */
function spaced(name: string): string {
  return /^[A-Za-z]/.test(name) ? ` ${name}` : name
}

const pdfProblems: Record<PdfError['kind'], MessageWords> = {
  pdfNotMade: { title: 'PDF 文件没有生成。', advice: '请再试一次。也可以先导出 Word，再另存为 PDF。' },
  pdfTooSlow: {
    title: '生成 PDF 的时间太长，已经停止。',
    advice: '请再试一次。也可以先导出 Word，再另存为 PDF。',
  },
}

/** Why a report was not exported, and what to do about it. */
export function exportProblem(error: ExportError): MessageWords {
  return isPdfError(error) ? pdfProblems[error.kind] : writeProblem(error)
}

function isPdfError(error: PdfError | WriteError): error is PdfError {
  return Object.hasOwn(pdfProblems, error.kind)
}
