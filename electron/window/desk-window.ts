import { join } from 'node:path'
import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import type { Events } from '../../shared/ipc'
import { tellWire } from '../ipc/envelope'
import { appOrigin } from '../security/app-protocol'
import { keepPlacement, placeWindow, readPlacement, smallestOn } from './bounds'

export const appName = '年报编写台'

/** The ground colour of renderer/style/tokens.css, so that nothing flashes before the page is drawn. */
const ground = { light: '#f5f4f1', dark: '#1b1c1e' }

export interface DeskWindow {
  window: BrowserWindow
  /** What the window's bar shows, and whether closing would lose work. */
  setState(title: string, unsaved: boolean): void
  tell<E extends keyof Events>(event: E, value: Events[E]): void
  toFront(): void
  /** Closes without asking again. */
  close(): void
}

export interface DeskWindowOptions {
  preload: string
  userData: string
  /** The window's page has crashed and is loaded anew. */
  onReload(): void
}

/** Opens the app's one window. It shows itself once there is something to see. */
export function openDeskWindow({ preload, userData, onReload }: DeskWindowOptions): DeskWindow {
  const store = join(userData, 'window.json')
  const kept = readPlacement(store)
  const screens = screensMainFirst()
  const smallest = screens[0] && smallestOn(screens[0])
  const window = new BrowserWindow({
    ...placeWindow(kept, screens),
    ...(smallest && { minWidth: smallest.width, minHeight: smallest.height }),
    title: appName,
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
    if (!unsaved || window.webContents.isCrashed()) return
    event.preventDefault()
    void askBeforeClosing()
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload()
  })

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

  async function offerReload(): Promise<void> {
    unsaved = false
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: '窗口出了问题，需要重新打开。',
      detail: '已经保存的内容都在文件里。',
      buttons: ['重新打开', '退出'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    })
    if (response === 1) return desk.close()
    onReload()
    window.reload()
  }

  const desk: DeskWindow = {
    window,
    setState(title, isUnsaved) {
      unsaved = isUnsaved
      window.setTitle(title === '' ? appName : `${title} — ${appName}`)
      window.setDocumentEdited(isUnsaved)
    },
    tell: (event, value) => window.webContents.send(tellWire, event, value),
    toFront() {
      if (window.isMinimized()) window.restore()
      window.show()
      window.focus()
    },
    close: () => window.destroy(),
  }
  void window.loadURL(`${appOrigin}/`)
  return desk
}

function screensMainFirst() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  return [main, ...others].map(({ workArea }) => workArea)
}
