import { readFile } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { CustomScheme, Protocol } from 'electron'

const unpack = promisify(gunzip)

export const appScheme = 'app'
export const appOrigin = 'app://desk'

/** To be registered before Electron is ready, by every program that shows or prints a page. */
export const privilegedSchemes: CustomScheme[] = [
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]

const mimeTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
}

/** Scripts and styles are our own files only; pictures of a draft come as data: or blob:. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
}

/** The file an address of the window stands for; undefined: none of ours, whatever trick it tries. */
export function rendererFile(address: string, folder: string): string | undefined {
  if (!URL.canParse(address)) return undefined
  const { protocol, host, username, password, pathname } = new URL(address)
  if (protocol !== `${appScheme}:` || host !== 'desk' || username !== '' || password !== '') return undefined
  const path = decoded(pathname === '/' ? '/index.html' : pathname)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a NUL would end the path early.
  if (path === undefined || /[\x00\\:]/.test(path)) return undefined
  const file = join(folder, path)
  return file.startsWith(folder + sep) && extname(file) in mimeTypes ? file : undefined
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

/** A file of the window; the large ones lie there packed (build/vite/packed-assets.ts). */
async function readAsset(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(file)
  } catch {
    return new Uint8Array(await unpack(await readFile(`${file}.gz`)))
  }
}

/** Serves the window's own files from `folder` under app://desk/, and nothing else. */
export function serveRenderer(protocol: Protocol, folder: string): void {
  protocol.handle(appScheme, async ({ method, url }) => {
    const file = method === 'GET' ? rendererFile(url, folder) : undefined
    if (file === undefined) return new Response(null, { status: 404, headers })
    try {
      const type = mimeTypes[extname(file)] ?? 'application/octet-stream'
      return new Response(await readAsset(file), { headers: { ...headers, 'Content-Type': type } })
    } catch {
      return new Response(null, { status: 404, headers })
    }
  })
}
