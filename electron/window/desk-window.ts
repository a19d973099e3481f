import { join } from 'node:path'
import { setImmediate as afterEvent } from 'node:timers/promises'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import type { Events } from '../../shared/ipc'
import { tellWire } from '../ipc/envelope'
import { appOrigin } from '../security/app-protocol'
import { testBuildNote } from '../test-build'
import { keepPlacement, placeWindow, readPlacement, smallestOn } from './bounds'

export const appName = '年报编写台'

/** The ground colour of renderer/style/tokens.css, so that nothing flashes before the page is drawn. */
const ground = { light: '#f5f4f1', dark: '#1b1c1e' }

/** The name in the window's bar. */
const barName = appName + testBuildNote(app.getVersion())

export interface DeskWindow {
  window: BrowserWindow
  /** What the window's bar shows, and whether closing would lose work. */
  setState(title: string, unsaved: boolean): void
  tell<E extends keyof Events>(event: E, value: Events[E]): void
  toFront(): void
  /** Closes without asking again. */
  close(): void
  /** Starts the page anew with the work, as after a crash. */
  reload(): void
  /** How the work on the desk ended, once the window is closed. */
  ending(): 'saved' | 'givenUp' | 'crashed'
}

export interface DeskWindowOptions {
  preload: string
  /** The window's picture, for systems that take none from the program's file. */
  icon: string
  userData: string
  /** The window's page was lost and is about to be loaded anew. */
  onReload(): Promise<void>
  /** Keeps a line for support. */
  note(line: string): void
}

/** A page that is lost again so soon is not reloaded unasked; milliseconds. */
const soon = 60_000

/** Opens the app's one window. It shows itself once there is something to see. */
export function openDeskWindow({ preload, icon, userData, onReload, note }: DeskWindowOptions): DeskWindow {
  const store = join(userData, 'window.json')
  const kept = readPlacement(store)
  const screens = screensMainFirst()
  const smallest = screens[0] && smallestOn(screens[0])
  const window = new BrowserWindow({
    ...placeWindow(kept, screens),
    ...(smallest && { minWidth: smallest.width, minHeight: smallest.height }),
    title: barName,
    ...(process.platform === 'linux' && { icon }),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  let unsaved = false

  if (kept?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', (event) => {
    keepPlacement(store, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
    if (!unsaved || isLost) return
    event.preventDefault()
    void askBeforeClosing()
  })
  let isLost = false
  let lostAt = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    note(`page gone: ${reason}`)
    isLost = true
    void comeBack()
  })
  window.on('unresponsive', () => void offerRestart())

  let asking = false
  async function askBeforeClosing(): Promise<void> {
    if (asking) return
    asking = true
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: '这份年报还有没保存的内容。',
      detail: '不保存就关闭，这些内容会丢失。',
      buttons: ['保存', '不保存', '取消'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
    asking = false
    if (response === 0) desk.tell('closing', 'save')
    if (response === 1) desk.close()
  }

  /** The first time by itself; a page that is lost again and again is the clerk's to decide about. */
  async function comeBack(): Promise<void> {
    const isAgain = Date.now() - lostAt < soon
    lostAt = Date.now()
    if (isAgain && !(await wantsReload())) return desk.close()
    await onReload()
    // A page is not loaded anew while its end is still being told.
    await afterEvent()
    isLost = false
    unsaved = false
    window.reload()
  }

  async function wantsReload(): Promise<boolean> {
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '窗口又出了问题，需要重新打开。',
      detail: '写好的内容已经留存，下次打开时还在。',
      buttons: ['重新打开', '退出'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    return response === 0
  }

  let offering = false
  async function offerRestart(): Promise<void> {
    if (offering) return
    offering = true
    note('page unresponsive')
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '窗口没有反应。',
      detail: '可以再等一等。重新打开也不会丢失写好的内容。',
      buttons: ['再等一等', '重新打开'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    offering = false
    // Its end is told as a crash, and the page comes back.
    if (response === 1) window.webContents.forcefullyCrashRenderer()
  }

  const desk: DeskWindow = {
    window,
    setState(title, isUnsaved) {
      unsaved = isUnsaved
      window.setTitle(title === '' ? barName : `${title} — ${barName}`)
      window.setDocumentEdited(isUnsaved)
    },
    tell: (event, value) => window.webContents.send(tellWire, event, value),
    toFront() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    close: () => window.destroy(),
    reload: () => void comeBack(),
    ending() {
      if (isLost) return 'crashed'
      return unsaved ? 'givenUp' : 'saved'
    },
  }
  void window.loadURL(`${appOrigin}/`)
  return desk
}

function screensMainFirst() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
