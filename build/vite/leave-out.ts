import type { Plugin } from 'vite'

/**
 * Parts of pdf-lib that draw pages: we set properties and tags of what Chromium drew. They are half of it and cannot be
 * shaken off, as its page class names them.
 */
const unused: { module: RegExp; code: string }[] = [
  {
    module: /pdf-lib\/es\/api\/svg\.js$/,
    code: 'export const drawSvg = undefined, combineMatrix = undefined, transformationToMatrix = undefined',
  },
  {
    module: /pdf-lib\/es\/packages\/standard-fonts\/(Courier|Helvetica|Times|Symbol|Zapf)[^/]*\.json$/,
    code: 'export default ""',
  },
]

/** Puts an empty module in the place of each part. */
export function leaveOut(): Plugin {
  return {
    name: 'leave-out',
    enforce: 'pre',
    load(id) {
      const found = unused.find(({ module }) => module.test(id.replaceAll('\\', '/').replace(/\?.*$/, '')))
      return found ? { code: found.code, moduleType: 'js', map: null } : null
    },
  }
}
