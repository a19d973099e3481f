import { basename } from 'node:path'
import { shell } from 'electron'
import type { EarlierDraft } from '../../shared/check/continuity/earlier-reports'
import type { Draft } from '../../shared/draft/draft'
import {
  type Channels,
  type ComparisonFile,
  type ExportError,
  type ExportedFile,
  type ExportFormat,
  exportFormats,
  type Handle,
  type PdfError,
} from '../../shared/ipc'
import { fail, ok, type Result } from '../../shared/result'
import type { RenderError, RenderedReport } from '../export/render-report'
import { draftText } from '../files/draft-text'
import { writeWhole } from '../files/durable-write'
import type { Handles } from '../files/handles'
import type { OfficeStyleFile } from '../files/office-style'
import { type PrintError, printPage } from '../print/print-page'
import type { Handlers } from './answer'

export interface ReportContext {
  /** What the window holds the draft of this file against besides itself. */
  earlierOf(handle: Handle): Promise<EarlierDraft[]>
  handles: Handles
  officeStyle: OfficeStyleFile
  /** Where each of the formats is to be written, side by side; null: the clerk chose no place. */
  chooseTargets(
    title: string,
    suggestedName: string,
    formats: ExportFormat[],
  ): Promise<Map<ExportFormat, string> | null>
}

type ReportHandlers = Pick<
  Handlers,
  | 'report:export'
  | 'checkSheet:export'
  | 'comparison:export'
  | 'report:preview'
  | 'report:reveal'
  | 'fonts:installed'
  | 'style:office'
  | 'style:keep'
>

/** What both exports ask for. */
interface Asked {
  draft: Draft
  formats: ExportFormat[]
  suggestedName: string
}

type Render = (
  report: { draft: Draft; bytes: Uint8Array },
  formats: ExportFormat[],
) => Promise<Result<RenderedReport, RenderError>[]>

/** What main does with the finished report: shows its pages, writes it, finds the fonts it needs. */
export function createReportHandlers({
  earlierOf,
  handles,
  officeStyle,
  chooseTargets,
}: ReportContext): ReportHandlers {
  /** Asks where the files are to go, makes them and writes them. */
  async function exportFiles(
    title: string,
    { draft, formats, suggestedName }: Asked,
    render: Render,
  ): Promise<Channels['report:export']['reply']> {
    const checked = await draftText(draft, suggestedName)
    if (!checked.ok) return fail({ kind: 'unwritable', name: suggestedName })
    const wanted = exportFormats.filter((format) => formats.includes(format))
    const targets = await chooseTargets(title, suggestedName, wanted)
    if (targets === null) return null
    const written: ExportedFile[] = []
    const errors: ExportError[] = []
    for (const report of await render(checked.value, wanted)) {
      const { format } = report.ok ? report.value : report.error
      const path = targets.get(format) ?? ''
      const result = report.ok
        ? await writeWhole(path, report.value.bytes)
        : fail(pdfError(report.error.reason, basename(path)))
      if (result.ok)
        written.push({ handle: handles.of({ kind: 'exported', path }), format, name: basename(path) })
      else errors.push(result.error)
    }
    const [first] = errors
    if (!first) return ok(written)
    return fail(written.length > 0 ? { ...first, written } : first)
  }

  // The libraries are loaded on first use: they are larger than everything the window needs to start.
  return {
    'report:export': (request) =>
      exportFiles('导出年度报告', request, async ({ draft, bytes }, formats) => {
        const { renderReport } = await import('../export/render-report')
        const { style } = await officeStyle.read()
        const inside = request.copy === 'working' ? { workingCopy: Buffer.from(bytes).toString() } : {}
        return renderReport(draft, formats, printPage, { office: style, ...inside })
      }),

    'checkSheet:export': (request) =>
      exportFiles('导出勾稽核对表', request, async ({ draft, bytes }, formats) => {
        const { renderCheckSheet } = await import('../export/render-report')
        const previous = request.handle === null ? [] : await earlierOf(request.handle)
        return renderCheckSheet({ draft, bytes, previous }, formats, printPage)
      }),

    'comparison:export': ({ what, ...request }) =>
      exportFiles(comparisonTitles[what], { ...request, formats: ['docx'] }, async ({ draft }) => {
        const { renderFiguresSheet, renderTracked } = await import('../export/render-comparison')
        const bytes = await { tracked: renderTracked, figures: renderFiguresSheet }[what](draft)
        // The window offers this only where there is an earlier report.
        if (!bytes) throw new Error('There is nothing to compare the report with.')
        return [ok({ format: 'docx', bytes })]
      }),

    async 'report:preview'({ draft }) {
      const checked = await draftText(draft, '')
      if (!checked.ok) return fail({ kind: 'pdfNotMade', name: '' })
      const { renderPages } = await import('../export/render-report')
      const { style } = await officeStyle.read()
      const pages = await renderPages(checked.value.draft, printPage, style)
      return pages.ok ? pages : fail(pdfError(pages.error.kind, ''))
    },

    'style:office': () => officeStyle.read(),
    'style:keep': ({ style }) => officeStyle.keep(style),

    'report:reveal'({ handle }) {
      const known = handles.known(handle)
      if (known?.kind === 'exported') shell.showItemInFolder(known.path)
      return null
    },

    async 'fonts:installed'() {
      const { installedFonts } = await import('../export/installed-fonts')
      return installedFonts()
    },
  }
}

const comparisonTitles: Record<ComparisonFile, string> = {
  tracked: '导出修订对照',
  figures: '导出变动数字一览表',
}

function pdfError(reason: PrintError['kind'], name: string): PdfError {
  return { kind: reason === 'tooSlow' ? 'pdfTooSlow' : 'pdfNotMade', name }
}
