import { readFileSync } from 'node:fs'

/**
 * Loaded before a program: says on its end how many kilobytes it held at its peak. Linux's own count begins anew with
 * the program; Node's (getrusage) would start at what its parent held.
 */
process.on('exit', () => {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/mu.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  process.stderr.write(`peak ${kilobytes}`)
})
