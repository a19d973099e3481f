import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { appBuilds } from '../vite/app-builds'
import { installedRuntime, rememberRuntime } from './electron-runtime'
import { isMain, root } from './paths'

/**
 * Builds main process, preload, command line and window into `out` and copies the samples beside them.
 * Built aside and moved into place whole: whoever runs the app meanwhile never meets half a build.
 */
export async function buildApp(source: string, out: string): Promise<void> {
  mkdirSync(out, { recursive: true })
  const aside = mkdtempSync(join(out, '.build-'))
  try {
    for (const config of appBuilds(source, join(aside, 'new'))) await build(config)
    copyData(source, join(aside, 'new'))
    replace(join(aside, 'new'), out, join(aside, 'old'))
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** What the app reads beside its code: the samples and the window's picture. */
export function copyData(source: string, out: string): void {
  const samples = join(source, 'templates/samples')
  if (existsSync(samples)) {
    const isSample = (file: string) => file === samples || /\.(nianbao|json)$/.test(file)
    cpSync(samples, join(out, 'samples'), { recursive: true, filter: isSample })
  }
  const icon = join(source, 'build/icons/linux/128x128.png')
  if (existsSync(icon)) cpSync(icon, join(out, 'icon.png'))
}

function replace(fresh: string, out: string, old: string): void {
  mkdirSync(old)
  for (const name of readdirSync(fresh)) {
    if (existsSync(join(out, name))) renameSync(join(out, name), join(old, name))
    renameSync(join(fresh, name), join(out, name))
  }
}

if (isMain(import.meta.url)) {
  await buildApp(root, join(root, 'out'))
  const runtime = installedRuntime()
  if (runtime) rememberRuntime(runtime)
}
