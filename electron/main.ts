import { dirname, join } from 'node:path'
import { app, ipcMain, protocol, session } from 'electron'
import type { Command } from '../shared/ipc'
import { commandLine } from './cli/command-names'
import { needsOwnStart, startWithoutScreen } from './cli/without-screen'
import { askWire, type Envelope } from './ipc/envelope'
import { createLogFile } from './log/log-file'
import { noteTroubles } from './log/note-troubles'
import { setMenu } from './menu'
import { privilegedSchemes, serveRenderer } from './security/app-protocol'
import { hardenApp, hardenSession, isTrustedSender } from './security/hardening'
import { shownVersion } from './test-build'
import { draftArgument, handedFile } from './window/argument'
import { openDeskWindow } from './window/desk-window'

// This file and what it imports stand between a double click and the window: everything else is loaded while the
// page is (ipc/handlers.ts), or on first use.

const out = import.meta.dirname
const icon = join(out, 'icon.png')
const userData = app.getPath('userData')

protocol.registerSchemesAsPrivileged(privilegedSchemes)
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

const command = commandLine(process.argv, process.defaultApp === true)
if (command && needsOwnStart()) {
  process.exit(startWithoutScreen())
} else if (command) {
  app.whenReady().then(() => runCommand(command))
} else if (app.requestSingleInstanceLock({ file: waiting })) {
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

/** `nianbao-desk <command> …`: the same command line as out/cli.js, without a window. */
async function runCommand(args: string[]): Promise<void> {
  const [{ runCli }, { printPage }] = await Promise.all([
    import('./cli/run-cli'),
    import('./print/print-page'),
  ])
  const { stdout, stderr } = process
  const streams = {
    data: (text: string) => void stdout.write(text),
    note: (line: string) => void stderr.write(`${line}\n`),
  }
  // A reader that closes early (`… | head`) has what it wanted.
  stdout.on('error', () => {})
  const code = await runCli(args, streams, printPage)
  stdout.write('', () => stderr.write('', () => app.exit(code)))
}

function start(): void {
  const log = createLogFile(join(userData, 'logs/desk.log'))
  noteTroubles(app, log)
  hardenSession(session.defaultSession)
  app.setAboutPanelOptions({
    applicationName: app.name,
    applicationVersion: shownVersion(app.getVersion()),
    copyright: '不联网，草稿只存在本机。',
    // The system reads it, and cannot look into the archive.
    iconPath: app.isPackaged ? join(dirname(app.getPath('exe')), 'icon.png') : icon,
  })
  serveRenderer(protocol, join(out, 'renderer'))
  const desk = openDeskWindow({
    preload: join(out, 'preload.cjs'),
    icon,
    userData,
    onReload: () => loaded.then(({ main }) => main.startAgain()),
    note: log.note,
  })
  setMenu({
    tell: (command: Command) => desk.tell('command', command),
    saveDiagnostics: async () => (await import('./log/save-diagnostics')).saveDiagnostics(desk.window, log),
  })
  toFront = desk.toFront

  const loaded = Promise.all([import('./ipc/handlers'), import('./ipc/answer')]).then(
    ([{ createHandlers }, { answer }]) => {
      const main = createHandlers({
        desk,
        userData,
        samples: join(out, 'samples'),
        reader: join(out, 'reader.js'),
        note: log.note,
      })
      if (waiting !== null) void main.takeFile(waiting)
      takeFile = (path) => void main.takeFile(path)
      return { main, answer }
    },
  )
  ipcMain.handle(askWire, async (event, channel: unknown, request: unknown): Promise<Envelope> => {
    if (!isTrustedSender(event.senderFrame)) return { kind: 'refused' }
    const { main, answer } = await loaded
    return answer(main.handlers, channel, request, log.note)
  })

  let hasEnded = false
  app.on('will-quit', (event) => {
    if (hasEnded) return
    event.preventDefault()
    hasEnded = true
    // Electron hears no second quit while it is still telling of the first.
    const quit = () => setImmediate(() => app.quit())
    void loaded.then(({ main }) => main.end(desk.ending())).finally(quit)
  })
}
