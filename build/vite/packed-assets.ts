import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/**
 * Packs the files of the window whose name matches: `x.js` becomes `x.js.gz`, which electron/security/app-protocol.ts
 * unpacks as it serves it. For large files that are not part of the start, such as the PDF reader of the page view.
 */
export function packedAssets(name: RegExp): Plugin {
  return {
    name: 'packed-assets',
    // Last: the list of licences is made of what was bundled, packed or not.
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, file] of Object.entries(bundle)) {
          if (!name.test(fileName) || !/\.m?js$/.test(fileName)) continue
          delete bundle[fileName]
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.gz`,
            source: gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }),
          })
        }
      },
    },
  }
}
