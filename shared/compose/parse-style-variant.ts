import { validate } from '../../templates/style.schema.json?validator'
import { schemaFault } from '../draft/schema-fault'
import { fail, ok, type Result } from '../result'
import type { StyleVariant } from './style-variant'

/** Reads an office's style from its settings file. The error is one line of Chinese without its full stop. */
export function parseStyleVariant(text: string): Result<StyleVariant, string> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return fail('内容不是 JSON')
  }
  return isStyleVariant(value) ? ok(value) : fail(styleFault())
}

export function isStyleVariant(value: unknown): value is StyleVariant {
  return validate(value)
}

/** What was wrong with the value that `isStyleVariant` last refused. */
function styleFault(): string {
  return schemaFault(validate.errors, (path) => (path.length === 0 ? '版式' : `版式的“${path.join('.')}”`))
}
