// What `electron <app>` runs when Electron came without its own default_app (see electron-runtime.ts).
// An ES module with top-level await: Electron holds back `ready` until it is through, so that the app
// may still register privileged schemes. It knows `-r FILE`, Playwright's way in.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const preloads = []
let target
for (let index = 1; index < process.argv.length && target === undefined; index++) {
  const argument = process.argv[index]
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[++index])
  else if (!argument.startsWith('-')) target = resolve(argument)
}
if (target === undefined || !existsSync(target)) {
  process.stderr.write(`electron: no app at ${target ?? '(none named)'}\n`)
  process.exit(1)
}

const folder = statSync(target).isDirectory() ? target : dirname(target)
const about = join(folder, 'package.json')
const {
  name,
  productName,
  version,
  main = 'index.js',
} = existsSync(about) ? JSON.parse(readFileSync(about, 'utf8')) : {}
if (version) app.setVersion(version)
if (productName ?? name) app.setName(productName ?? name)
app.setAppPath(folder)
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })

const require = createRequire(join(folder, 'package.json'))
for (const preload of preloads) require(preload)
await import(pathToFileURL(folder === target ? join(folder, main) : target).href)
