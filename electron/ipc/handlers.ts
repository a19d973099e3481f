import { stat } from 'node:fs/promises'
import { hostname, uptime, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { app, dialog } from 'electron'
import type { ExportFormat, Handle } from '../../shared/ipc'
import { fail, ok } from '../../shared/result'
import { createBackups } from '../files/backups'
import { createDraftFiles } from '../files/draft-files'
import { type Asker, createDraftLocks } from '../files/draft-lock'
import { safeFileName, withEnding } from '../files/file-name'
import { createHandles } from '../files/handles'
import { createOfficeStyleFile } from '../files/office-style'
import { readDraft } from '../files/read-draft'
import { createRecentFiles } from '../files/recent-files'
import { createRecoveryStore } from '../files/recovery-store'
import { createSafekeeping } from '../files/safekeeping'
import { listSamples, samplePath } from '../files/samples'
import { takeImage, takeImageFile } from '../images/take-image'
import type { DeskWindow } from '../window/desk-window'
import { localDate } from '../window/local-date'
import type { Handlers } from './answer'
import { createEarlierHandlers } from './earlier-handlers'
import { createReportHandlers } from './report-handlers'
import { createSafetyHandlers } from './safety-handlers'
import { createWordHandlers } from './word-handlers'

export interface HandlerContext {
  desk: DeskWindow
  userData: string
  /** Where the samples lie that are shipped with the app. */
  samples: string
  /** Path of the program that reads Word files. */
  reader: string
  /** Keeps a line for support. */
  note(line: string): void
}

export interface MainHandlers {
  handlers: Handlers
  /** A file named on the command line, by double click or by a second start. */
  takeFile(path: string): Promise<void>
  /** The window's page was lost: when it starts anew, what was on the desk is there again. */
  startAgain(): void
  /** The app goes: lets go of files, and of the work kept against a crash unless it ended in one. */
  end(how: 'saved' | 'givenUp' | 'crashed'): Promise<void>
}

const draftFilter = { name: '年报草稿', extensions: ['nianbao'] }
const reportFilters: Record<ExportFormat, { name: string; extensions: string[] }> = {
  docx: { name: 'Word 文档', extensions: ['docx'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  html: { name: '网页', extensions: ['html'] },
  xlsx: { name: '电子表格', extensions: ['xlsx'] },
}
/** What cannot be read is in sight all the same: the refusal says what to do with it. */
const wordFilter = { name: '年度报告', extensions: ['docx', 'doc', 'wps', 'pdf', 'rtf'] }
const openFilter = { name: '年报草稿或 Word 年报', extensions: ['nianbao', 'docx'] }
const imageFilter = { name: '图片', extensions: ['png', 'jpg', 'jpeg'] }

/** What main does for the window, channel by channel. */
export function createHandlers({ desk, userData, samples, reader, note }: HandlerContext): MainHandlers {
  const { window } = desk
  const handles = createHandles()
  const recent = createRecentFiles(join(userData, 'recent.json'), handles)
  const backups = createBackups(join(userData, 'backups'))
  const locks = createDraftLocks(thisAsker())
  const recovery = createRecoveryStore(join(userData, 'recovery'))
  const drafts = createDraftFiles({ handles, recent, backups, locks, recovery })
  const safekeeping = createSafekeeping({ handles, drafts, backups, recovery })

  let isStarted = false
  /** The page was lost in the middle of work. */
  let isResuming = false
  /** The file of the draft on the desk. */
  let onDesk: Handle | null = null
  /** To be opened as soon as the window asks what to start with. */
  let waiting: string | null = null
  /** The draft last opened or saved. */
  let last: string | null = null

  async function open(path: string) {
    const opened = await drafts.open(path)
    if (opened.ok) last = path
    return opened
  }

  async function openWaiting() {
    const file = waiting
    waiting = null
    return file === null ? null : open(file)
  }

  async function resume() {
    const work = await safekeeping.resume()
    if (work) return ok(work)
    const path = onDesk === null ? undefined : handles.known(onDesk)?.path
    return path === undefined ? openWaiting() : open(path)
  }

  function pageFailed(error: string): void {
    note(`page failed: ${error}`)
    desk.reload()
  }

  /** Beside the draft last worked on. Always named: Electron's own choice of folder differs by version. */
  const usualFolder = (): string => (last === null ? app.getPath('documents') : dirname(last))

  /** The file the clerk chose to write to; null: she chose none, or not to replace one that is there. */
  async function chooseTarget(title: string, suggestedName: string, filter: typeof draftFilter) {
    const ending = `.${filter.extensions[0]}`
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title,
      defaultPath: join(usualFolder(), safeFileName(suggestedName, '政府信息公开工作年度报告') + ending),
      filters: [filter],
    })
    if (canceled || filePath === '') return null
    const path = withEnding(filePath, ending)
    // The dialog asked about the name the clerk typed, not about the one with the ending.
    return path === filePath || !(await isThere(path)) || (await mayReplace(path)) ? path : null
  }

  async function mayReplace(...paths: string[]): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: `${paths.map((path) => `“${basename(path)}”`).join('、')}已经存在，要替换吗？`,
      buttons: ['替换', '取消'],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }

  async function chooseFile(title: string, filter: typeof draftFilter): Promise<string | null> {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title,
      defaultPath: usualFolder(),
      properties: ['openFile'],
      filters: [filter],
    })
    return canceled ? null : (filePaths[0] ?? null)
  }

  /** One place for all formats: beside the file of the first, which the clerk names. */
  async function chooseTargets(title: string, suggestedName: string, formats: ExportFormat[]) {
    const [first, ...others] = formats
    if (first === undefined) return null
    const named = await chooseTarget(title, suggestedName, reportFilters[first])
    if (named === null) return null
    const base = named.slice(0, named.length - first.length - 1)
    const beside = others.map((format) => [format, `${base}.${format}`] as const)
    const there = await Promise.all(beside.map(async ([, path]) => ((await isThere(path)) ? [path] : [])))
    if (there.flat().length > 0 && !(await mayReplace(...there.flat()))) return null
    return new Map([[first, named], ...beside])
  }

  const earlier = createEarlierHandlers({
    handles,
    recent,
    chooseDraft: (title) => chooseFile(title, draftFilter),
  })

  const handlers: Handlers = {
    ...earlier,
    ...createReportHandlers({
      earlierOf: async (handle) => earlier['earlier:find']({ handle }),
      handles,
      officeStyle: createOfficeStyleFile(join(userData, 'style.json')),
      chooseTargets,
    }),
    ...createWordHandlers({ handles, reader, chooseWord: (title) => chooseFile(title, wordFilter) }),
    ...createSafetyHandlers({ handles, drafts, safekeeping, pageFailed }),
    async 'app:start'() {
      isStarted = true
      const resumed = isResuming
      isResuming = false
      const opened = resumed ? await resume() : await openWaiting()
      const [list, shipped, recovered] = await Promise.all([
        recent.list(),
        listSamples(samples),
        resumed ? [] : safekeeping.recovered(),
      ])
      return { today: localDate(new Date()), recent: list, samples: shipped, opened, resumed, recovered }
    },
    'recent:list': () => recent.list(),
    async 'recent:forget'({ handle }) {
      await recent.forget(handle)
      return recent.list()
    },
    async 'draft:open'() {
      const path = await chooseFile('打开年报', openFilter)
      if (path === null) return null
      return isWordFile(path) ? { kind: 'word', handle: handles.of({ kind: 'word', path }) } : open(path)
    },
    async 'draft:openRecent'({ handle }) {
      const known = handles.known(handle)
      if (known?.kind !== 'draft' && known?.kind !== 'listed') return fail({ kind: 'missing', name: '' })
      return open(known.path)
    },
    async 'draft:openSample'({ id }) {
      const path = await samplePath(samples, id)
      if (path === undefined) return fail({ kind: 'missing', name: '' })
      const read = await readDraft(path)
      return read.ok ? ok({ file: null, draft: read.value.draft }) : read
    },
    'draft:save': ({ handle, draft }) => drafts.save(handle, draft),
    async 'draft:saveAs'({ draft, suggestedName }) {
      const path = await chooseTarget('保存年报草稿', suggestedName, draftFilter)
      if (path === null) return null
      const saved = await drafts.saveAs(path, draft)
      if (saved.ok) last = path
      return saved
    },
    async 'image:choose'() {
      const path = await chooseFile('选择图片', imageFilter)
      return path === null ? null : takeImageFile(path)
    },
    'image:take': ({ bytes }) =>
      bytes instanceof Uint8Array ? takeImage(bytes) : fail({ kind: 'notAnImage' }),
    async 'window:state'({ title, unsaved, handle }) {
      desk.setState(title, unsaved)
      onDesk = handle
      await locks.releaseAllBut(handle === null ? null : (handles.known(handle)?.path ?? null))
      return null
    },
    'window:close'() {
      desk.close()
      return null
    },
  }

  return {
    handlers,
    async takeFile(path) {
      if (isStarted) desk.tell('opened', await open(path))
      else waiting = path
    },
    startAgain() {
      isStarted = false
      isResuming = true
    },
    async end(how) {
      await Promise.all([locks.releaseAllBut(null), how === 'crashed' ? undefined : safekeeping.end(how)])
    },
  }
}

function isWordFile(path: string): boolean {
  return path.toLowerCase().endsWith('.docx')
}

function thisAsker(): Asker {
  return {
    owner: userInfo().username,
    machine: hostname(),
    pid: process.pid,
    bootedAt: Date.now() - uptime() * 1000,
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
