import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { packedAssets } from './packed-assets'
import { validatorPlugin } from './validator-plugin'

/** Electron 33 (tests) and the pinned current one must both run what is built: Chromium 130, Node 20. */
const chromium = 'chrome130'
const node = 'node20'

/**
 * Everything is bundled, only Electron itself and Node's own modules stay outside: few small files start
 * fast and make a small package. What is imported with `import()` becomes a chunk loaded on first use.
 */
export function appBuilds(root: string, outDir: string): InlineConfig[] {
  const common: InlineConfig = { root, configFile: false, logLevel: 'warn', envDir: false }
  const nodeBuild = (entry: string, format: 'es' | 'cjs', file: string): InlineConfig => ({
    ...common,
    plugins: [validatorPlugin()],
    ssr: { noExternal: true, external: ['electron'], target: 'node' },
    build: {
      ssr: join(root, entry),
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: node,
      minify: 'oxc',
      rolldownOptions: {
        output: { format, entryFileNames: file, chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  })
  return [
    nodeBuild('electron/main.ts', 'es', 'main.js'),
    nodeBuild('electron/preload.ts', 'cjs', 'preload.cjs'),
    nodeBuild('electron/cli/main.ts', 'es', 'cli.js'),
    nodeBuild('electron/print/main.ts', 'es', 'print.js'),
    nodeBuild('electron/import/reader.ts', 'es', 'reader.js'),
    {
      ...common,
      root: join(root, 'renderer'),
      base: './',
      plugins: [validatorPlugin(), react(), packedAssets(/pdf|worker/)],
      worker: { format: 'es', plugins: () => [validatorPlugin()] },
      build: {
        outDir: join(outDir, 'renderer'),
        emptyOutDir: false,
        target: chromium,
        // The Content-Security-Policy admits no data: address and no script beyond our own files.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
      },
    },
  ]
}
