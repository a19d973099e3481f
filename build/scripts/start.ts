import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildApp } from './build'
import { electronEnv, electronRuntime } from './electron-runtime'
import { root } from './paths'
import { ensureSystemPackages } from './system-packages'

/** `npm start`: builds the app and opens its window; arguments are passed on to it. */
async function start(): Promise<number> {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Error(
      'There is no screen here (DISPLAY is not set). `npm run demo` walks the window without one.',
    )
  }
  ensureSystemPackages('window')
  const runtime = await electronRuntime()
  await buildApp(root, join(root, 'out'))
  const child = spawn(runtime.executable, [root, ...rootArguments(), ...process.argv.slice(2)], {
    env: electronEnv(runtime),
    stdio: 'inherit',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** Chromium refuses its sandbox to root. */
function rootArguments(): string[] {
  if (process.getuid?.() !== 0) return []
  process.stderr.write('Started by root: the window opens without Chromium’s sandbox (--no-sandbox).\n')
  return ['--no-sandbox']
}

try {
  process.exitCode = await start()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
