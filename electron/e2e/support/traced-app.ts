import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** What a process did to files, as the system saw it. */
export interface FileUse {
  call: string
  paths: string[]
  isWrite: boolean
  /** The system did what was asked. */
  isDone: boolean
}

/** A program that starts Electron and notes every file it and its helpers name; undefined: this machine has no strace. */
export function tracingElectron(
  folder: string,
  electron: string,
): { program: string; log: string } | undefined {
  if (spawnSync('strace', ['-V']).status !== 0) return undefined
  const program = join(folder, 'traced-electron')
  const log = join(folder, 'trace')
  // Only root may have the filter that spares all other calls: it forbids Chromium its own sandbox.
  const filter = process.getuid?.() === 0 ? '--seccomp-bpf' : ''
  const options = `-f ${filter} -qq -y -s 4096 -e trace=%file -e signal=none`
  writeFileSync(program, `#!/bin/sh\nexec strace ${options} -o '${log}' '${electron}' "$@"\n`)
  chmodSync(program, 0o755)
  return { program, log }
}

const writing =
  /^(rename|unlink|rmdir|mkdir|link|symlink|chmod|fchmodat|chown|lchown|fchownat|truncate|mknod|creat)/

/** The traced uses of files; relative names are held against `folder`, where the app was started. */
export function fileUses(log: string, folder: string): FileUse[] {
  return readFileSync(log, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^\d+\s+(\w+)\((.*)$/.exec(line)
      const [, call = '', rest = ''] = match ?? []
      // A name without a root counts from the folder that is open under the number before it.
      const named = [...rest.matchAll(/(?:<([^<>]*)>, )?"((?:[^"\\]|\\.)*)"/g)].map(([, base, text = '']) =>
        text === '' ? '' : resolve(folder, unescaped(base ?? ''), unescaped(text)),
      )
      const files =
        call === 'execve' ? named.slice(0, 1) : call.startsWith('symlink') ? named.slice(-1) : named
      const paths = files.filter((path) => path !== '')
      if (paths.length === 0) return []
      const isOpened = /^open/.test(call)
      const isWrite = isOpened ? /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/.test(rest) : writing.test(call)
      return [
        {
          call,
          paths,
          isWrite,
          isDone: !/= -1 E[A-Z]+/.test(rest),
        },
      ]
    })
}

/** strace writes bytes that are no ASCII as octal numbers. */
function unescaped(text: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const octal = /^\\([0-7]{1,3})/.exec(text.slice(at, at + 4))
    if (octal) {
      bytes.push(Number.parseInt(octal[1] ?? '', 8))
      at += octal[0].length - 1
    } else if (text[at] !== '\\') bytes.push(text.charCodeAt(at))
  }
  return Buffer.from(bytes).toString()
}
