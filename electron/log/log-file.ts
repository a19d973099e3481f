import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { redact } from './redact'

/** Bytes of one log file; there are at most two, this one and the one before. */
const largest = 256 * 1024

export interface LogFile {
  /** Notes a line with its time. Never fails: a full disk must not turn a small trouble into a big one. */
  note(what: string): void
  /** Everything noted, oldest first. */
  read(): string
}

/** What went wrong on this machine, without anything of the clerk's. Written at once: the process may be ending. */
export function createLogFile(path: string, now = () => new Date()): LogFile {
  const before = `${path}.1`
  return {
    note(what) {
      try {
        mkdirSync(dirname(path), { recursive: true })
        if (sizeOf(path) > largest) renameSync(path, before)
        appendFileSync(path, `${now().toISOString()} ${redact(what)}\n`)
      } catch {}
    },
    read: () => textOf(before) + textOf(path),
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
