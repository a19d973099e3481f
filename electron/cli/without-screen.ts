import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from 'electron'
import { screenlessSwitches } from './screenless-switches'

/**
 * Whether a command must be started anew to run: Chromium on Linux looks for its screen before the app's own code can
 * tell it that none is needed.
 */
export function needsOwnStart(): boolean {
  return process.platform === 'linux' && !app.commandLine.hasSwitch('ozone-platform')
}

/** Runs this same start without a screen and outside the clerk's profile; returns its exit code, 2 where it cannot start. */
export function startWithoutScreen(): number {
  let profile: string
  try {
    profile = mkdtempSync(join(tmpdir(), 'nianbao-command-'))
  } catch {
    process.stderr.write(`不能在 ${tmpdir()} 里建立临时文件夹。\n`)
    return 2
  }
  try {
    const switches = [...screenlessSwitches(), `--user-data-dir=${profile}`]
    const { status } = spawnSync(process.execPath, [...switches, ...process.argv.slice(1)], {
      stdio: 'inherit',
    })
    return status ?? 2
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 10 })
  }
}
