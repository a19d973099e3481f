import { readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { app, protocol } from 'electron'
import { privilegedSchemes } from '../security/app-protocol'
import { hardenApp } from '../security/hardening'
import { printPage } from './print-page'

// The command line prints with this: `electron print.js PAGE.html PAGE.pdf`, no window, no profile of the clerk's.

const [input = '', output = ''] = process.argv.slice(-2)
app.setPath('userData', join(dirname(output), 'profile'))
protocol.registerSchemesAsPrivileged(privilegedSchemes)
app.commandLine.appendSwitch('lang', 'zh-CN')
hardenApp(app)

app.whenReady().then(async () => {
  const printed = await printPage(await readFile(input, 'utf8'))
  if (printed.ok) await writeFile(output, printed.value)
  app.exit(printed.ok ? 0 : 1)
})
