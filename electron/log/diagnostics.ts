import { cpus, release, totalmem } from 'node:os'
import { app, screen } from 'electron'
import type { LogFile } from './log-file'

/** What support needs to know about this machine and what went wrong on it: a text the clerk can read before sending. */
export function diagnostics(log: LogFile): string {
  const { electron, chrome, node } = process.versions
  const screens = screen
    .getAllDisplays()
    .map(({ size, scaleFactor }) => `${size.width}×${size.height}@${scaleFactor}`)
  return [
    `${app.getName()} ${app.getVersion()}`,
    `${process.platform} ${release()} ${process.arch}`,
    `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
    `${cpus().length} × CPU, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${screens.join(', ')}, ${app.getLocale()}`,
    '',
    log.read() === '' ? '没有记录到错误。' : log.read(),
  ].join('\n')
}
