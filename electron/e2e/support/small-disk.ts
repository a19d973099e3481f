import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Desk } from './launch'

// A real file system of one megabyte that the app alone sees: root may mount it, others in a namespace of their own.

const isRoot = process.getuid?.() === 0
const namespace = isRoot ? ['--mount'] : ['--user', '--map-current-user', '--keep-caps', '--mount']

/** Whether this machine lets us: some systems forbid namespaces to all but root. */
export const canMount =
  process.platform === 'linux' &&
  spawnSync('unshare', [...namespace, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()]).status === 0

export interface SmallDisk {
  /** Starts Electron with the disk in its place. */
  executablePath: string
  /** Where a file of the disk lies for the test, once the app runs. */
  seen(desk: Desk, name: string): string
  /** Fills it to the last byte; returns what empties it. */
  fill(desk: Desk): () => void
  /** Runs a command where the app is. */
  run(desk: Desk, ...command: string[]): void
}

/** A disk mounted at `folder` for the app, which begins with what lies there. */
export function smallDisk(folder: string): SmallDisk {
  const place = mkdtempSync(join(tmpdir(), 'small-disk-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const [contents, program] = [join(place, 'contents'), join(place, 'electron')]
  mkdirSync(contents)
  cpSync(folder, contents, { recursive: true })
  const electron = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '', 'electron')
  const start = `mount -t tmpfs -o size=1m tmpfs '${folder}' && cp -a '${contents}/.' '${folder}' && exec '${electron}' "$@"`
  writeFileSync(
    program,
    `#!/bin/sh\nexec unshare ${namespace.join(' ')} sh -c "${start.replaceAll(/["$]/g, '\\$&')}" sh "$@"\n`,
  )
  chmodSync(program, 0o755)
  const pid = ({ app }: Desk) => String(app.process().pid)
  const seen = (desk: Desk, name: string) => join('/proc', pid(desk), 'root', folder, name)
  return {
    executablePath: program,
    seen,
    fill(desk) {
      const filler = seen(desk, 'filler')
      for (let size = 2 ** 20; size >= 1; size = Math.floor(size / 2))
        try {
          writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
        } catch {
          // It is full for pieces of this size.
        }
      return () => rmSync(filler)
    },
    run(desk, ...command) {
      const enter = isRoot ? [] : ['--user', '--preserve-credentials']
      execFileSync('nsenter', ['--target', pid(desk), ...enter, '--mount', ...command])
    },
  }
}
