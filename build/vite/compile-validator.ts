import { Ajv, type AnySchemaObject } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import standaloneCode from 'ajv/dist/standalone/index.js'

const options = { allErrors: true, strict: true, allowUnionTypes: true, code: { source: true, esm: true } }

/**
 * Compiles a JSON schema (draft-07, or 2020-12 when its $schema says so) to an ES module that
 * exports `validate` and needs neither eval nor require. Throws on a schema ajv calls doubtful.
 */
export function compileValidator(schema: AnySchemaObject): string {
  const ajv = String(schema.$schema).includes('2020-12') ? new Ajv2020(options) : new Ajv(options)
  const code = importRuntime(standaloneCode(ajv, ajv.compile(schema)))
  if (/\brequire\(/.test(code)) throw new Error('The compiled validator still calls require().')
  return code
}

/** ajv's standalone ES modules still `require` its helpers: replaces each call by an import. */
function importRuntime(code: string): string {
  const imports: string[] = []
  const body = code.replace(/require\("(ajv\/[^"]+)"\)\.default/g, (_call, path: string) => {
    const name = `runtime${imports.length}`
    imports.push(`import * as ${name} from '${path}.js'`)
    // Bundlers and Node disagree on what the default of a CommonJS module is; both are met here.
    return `(${name}.default.default ?? ${name}.default)`
  })
  return [...imports, body].join('\n')
}
