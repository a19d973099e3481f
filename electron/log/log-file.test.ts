import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLogFile } from './log-file'

function logFile() {
  const folder = mkdtempSync(join(tmpdir(), 'log-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, 'logs/desk.log')
  return { path, log: createLogFile(path, () => new Date('2026-01-20T08:00:00Z')) }
}

test('keeps what went wrong with its time and nothing of the clerk’s', () => {
  const { log } = logFile()
  expect(log.read()).toBe('')
  log.note("open '/home/张三/年报.nianbao' failed")
  log.note('second')
  expect(log.read()).toBe("2026-01-20T08:00:00.000Z open '…' failed\n2026-01-20T08:00:00.000Z second\n")
})

test('never grows beyond two files', () => {
  const { log, path } = logFile()
  for (let line = 0; line < 3000; line++) log.note('x'.repeat(400))
  expect(statSync(path).size).toBeLessThan(300_000)
  expect(log.read().length).toBeLessThan(600_000)
})

test('a place that cannot be written is no trouble', () => {
  const { path } = logFile()
  writeFileSync(join(path, '../..', 'logs'), '')
  const log = createLogFile(path)
  log.note('lost')
  expect(log.read()).toBe('')
})
