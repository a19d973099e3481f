import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'

/** A screen that exists only in memory. */
export interface VirtualDisplay {
  /** What DISPLAY must be for programs that are to appear on it; undefined where none is needed. */
  display: string | undefined
  close(): void
}

/** Starts Xvfb on a free display number; rejects where there is none. Only Linux needs one; elsewhere windows open as they are. */
export async function virtualDisplay(): Promise<VirtualDisplay> {
  if (process.platform !== 'linux') return { display: undefined, close: () => {} }
  const screen = ['-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', ['-displayfd', '3', ...screen], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = once(server.stdio[3] as Readable, 'data').then(([data]) => String(data).trim())
  const failed = new Promise<never>((_resolve, reject) => {
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code} before it showed a display.`)))
  })
  const display = `:${await Promise.race([number, failed])}`
  // Awaited no longer: its end when we close it is no fault.
  failed.catch(() => {})
  server.unref()
  return { display, close: () => server.kill() }
}
