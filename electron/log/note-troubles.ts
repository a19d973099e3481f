import { type App, dialog } from 'electron'
import type { LogFile } from './log-file'

/**
 * Notes what breaks outside the window's requests. The main process never goes on half dead: after an error nobody
 * caught it says so and starts anew; the work on the desk is on the disk.
 */
export function noteTroubles(app: App, log: LogFile): void {
  process.on('unhandledRejection', (reason) => log.note(`unhandled rejection: ${textOf(reason)}`))
  process.on('uncaughtException', (error) => {
    log.note(`uncaught exception: ${textOf(error)}`)
    dialog.showErrorBox('年报编写台需要重新打开', '软件出了问题。写好的内容已经留存，重新打开后可以接着写。')
    app.relaunch()
    app.exit(1)
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.note(`process gone: ${type} ${reason}`)
  })
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
