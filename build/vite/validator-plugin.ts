import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { compileValidator } from './compile-validator.ts'

const query = '.json?validator'
const prefix = '\0validator:'

/**
 * Turns `import { validate } from './x.json?validator'` into the schema's validator, compiled now:
 * a strict Content-Security-Policy forbids the eval that ajv needs at run time.
 */
export function validatorPlugin(): Plugin {
  return {
    name: 'json-schema-validator',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(query) || !importer) return null
      const schema = resolve(dirname(importer.replace(/\?.*$/, '')), source.slice(0, -'?validator'.length))
      // Without its .json ending, or Vite's own JSON plugin would read the code as JSON.
      return prefix + schema.replace(/\.json$/, '')
    },
    load(id) {
      if (!id.startsWith(prefix)) return null
      const file = `${id.slice(prefix.length)}.json`
      this.addWatchFile(file)
      return { code: compileValidator(JSON.parse(readFileSync(file, 'utf8'))), map: null }
    },
  }
}
