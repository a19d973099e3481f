import { type App, dialog } from 'electron'
import type { LogFile } from './log-file'

/**
 * Notes what breaks outside the window's requests. The main process never goes on half dead: after an error nobody
 * caught it says so and starts anew; the work on the desk is on the disk.
 */
export function noteTroubles(app: App, log: LogFile): void {
  process.on('unhandledRejection', (reason) => log.note(`unhandled rejection: ${textOf(reason)}`))
  process.on('uncaughtException', (error) => {
    if (isUnreadableMessage(error)) return log.note('dropped a message that cannot be read')
    log.note(`uncaught exception: ${textOf(error)}`)
    dialog.showErrorBox('年报编写台需要重新打开', '软件出了问题。写好的内容已经留存，重新打开后可以接着写。')
    app.relaunch()
    app.exit(1)
  })
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log.note(`process gone: ${type} ${reason}`)
  })
}

/**
 * Electron throws out of its own hands a message of a page that cannot be put together again. None of our code has
 * begun to work on it: the message is dropped, so that no page can end the app by sending one.
 */
export function isUnreadableMessage(error: unknown): boolean {
  if (!(error instanceof TypeError) || !error.message.includes('is not iterable')) return false
  const [, ...frames] = (error.stack ?? '').split('\n')
  const isOfElectron = (frame: string) => /[( ]node:/.test(frame)
  return (
    frames.length > 0 &&
    frames.every(isOfElectron) &&
    /WebContents\.[^\n]*node:electron/.test(frames[0] ?? '')
  )
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
