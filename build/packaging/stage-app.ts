import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { copyData } from '../scripts/build'
import { root } from '../scripts/paths'
import { appBuilds } from '../vite/app-builds'

/** The command line for Node and its printing process: a package has no Node to run them. */
const onlyForNode = ['electron/cli/main.ts', 'electron/print/main.ts']

/** Lays what a package holds, and nothing else, into `folder`: package.json and out/. */
export async function stageApp(folder: string, version: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const out = join(folder, 'out')
  const licenses: string[] = []
  for (const config of appBuilds(root, out)) {
    if (onlyForNode.some((entry) => config.build?.ssr === join(root, entry))) continue
    const also = { license: { fileName: 'licenses.md' }, sourcemap: 'hidden' } as const
    await build({ ...config, build: { ...config.build, ...also } })
    licenses.push(takeFile(join(config.build?.outDir ?? out, 'licenses.md')))
  }
  moveMaps(out, join(folder, '../maps'))
  copyData(root, out)
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(aboutApp(version), null, 2)}\n`)
  writeFileSync(join(folder, '../licenses.md'), mergedLicenses(licenses))
}

/** Of package.json what the app and the packager read. */
function aboutApp(version: string): Record<string, unknown> {
  const { name, productName, description, license, main } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  )
  return {
    name,
    productName,
    version,
    description,
    license,
    author: productName,
    desktopName: `${name}.desktop`,
    // The packager asks every deb for one; the project has none.
    homepage: 'about:blank',
    type: 'module',
    main,
  }
}

/** The log of an installed app names places in small code: the maps that tell what they are stay with its maker. */
function moveMaps(out: string, maps: string): void {
  mkdirSync(maps, { recursive: true })
  for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.map')) renameSync(join(out, file), join(maps, basename(file)))
}

function takeFile(path: string): string {
  const text = readFileSync(path, 'utf8')
  rmSync(path)
  return text
}

/** One list of what was bundled, each package once: its name and version, its licence and the licence's text. */
function mergedLicenses(lists: string[]): string {
  const entries = lists.flatMap((list) => list.split(/^(?=## )/mu).slice(1))
  const sorted = [...new Set(entries.map((entry) => entry.trim()))].sort()
  return `# Bundled packages and their licences\n\n${sorted.join('\n\n')}\n`
}
