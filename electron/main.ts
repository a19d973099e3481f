import { join } from 'node:path'
import { app, ipcMain, protocol, session } from 'electron'
import type { Command } from '../shared/ipc'
import { askWire, type Envelope } from './ipc/envelope'
import { setMenu } from './menu'
import { appScheme, serveRenderer } from './security/app-protocol'
import { hardenApp, hardenSession, isTrustedSender } from './security/hardening'
import { draftArgument, handedFile } from './window/argument'
import { openDeskWindow } from './window/desk-window'

// This file and what it imports stand between a double click and the window: everything else is loaded while the
// page is (ipc/handlers.ts), or on first use.

const out = import.meta.dirname
const userData = app.getPath('userData')

protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
app.commandLine.appendSwitch('lang', 'zh-CN')
hardenApp(app)

/** Files to open, kept until the window is there to take them. */
let takeFile = (path: string): void => {
  waiting = path
}
let waiting = draftArgument(process.argv, process.cwd())
let toFront = (): void => {}

app.on('open-file', (event, path) => {
  event.preventDefault()
  takeFile(path)
})

if (app.requestSingleInstanceLock({ file: waiting })) {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const file = handedFile(data)
    if (file !== null) takeFile(file)
    toFront()
  })
  app.on('window-all-closed', () => app.quit())
  app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  hardenSession(session.defaultSession)
  serveRenderer(protocol, join(out, 'renderer'))
  const desk = openDeskWindow({
    preload: join(out, 'preload.cjs'),
    userData,
    onReload: () => void loaded.then(({ main }) => main.startAgain()),
  })
  setMenu((command: Command) => desk.tell('command', command))
  toFront = desk.toFront

  const loaded = Promise.all([import('./ipc/handlers'), import('./ipc/answer')]).then(
    ([{ createHandlers }, { answer }]) => {
      const main = createHandlers({ desk, userData, samples: join(out, 'samples') })
      if (waiting !== null) void main.takeFile(waiting)
      takeFile = (path) => void main.takeFile(path)
      return { main, answer }
    },
  )
  ipcMain.handle(askWire, async (event, channel: unknown, request: unknown): Promise<Envelope> => {
    if (!isTrustedSender(event.senderFrame)) return { kind: 'refused' }
    const { main, answer } = await loaded
    return answer(main.handlers, channel, request, (line) => console.error(line))
  })
}
