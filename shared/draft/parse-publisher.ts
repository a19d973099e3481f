import { validate } from '../../templates/publisher.schema.json?validator'
import { fail, ok, type Result } from '../result'
import type { Publisher, PublisherKind, Signature } from './draft'
import { placeName } from './place-name'
import { schemaFault } from './schema-fault'

/** PUBLISHER.json of the command line: the organ a draft is made for, and who signs. */
type PublisherFile = Omit<Publisher, 'kind'> & { kind?: PublisherKind; signature?: string }

/**
 * Reads the text of a PUBLISHER.json; the error is one line of Chinese without its full stop. A kind that is not
 * given is told from the organ's name.
 */
export function parsePublisher(text: string): Result<{ publisher: Publisher; signature: Signature }, string> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return fail('内容不是 JSON')
  }
  if (!isPublisherFile(value))
    return fail(
      schemaFault(validate.errors, (path) => placeName(path.length === 0 ? [] : ['publisher', ...path])),
    )
  const { signature, ...publisher } = value
  return ok({
    publisher: { ...publisher, kind: publisher.kind ?? kindOf(publisher.name) },
    signature: signature === undefined ? {} : { name: signature },
  })
}

function isPublisherFile(value: unknown): value is PublisherFile {
  return validate(value)
}

/** 街道办事处, 镇人民政府 and 区人民政府（办公室） say what they are; any other organ is a department. */
function kindOf(name: string): PublisherKind {
  if (/街道/.test(name)) return 'street'
  if (/[镇乡](人民政府)?(办公室)?$/.test(name)) return 'town'
  return /人民政府(办公[厅室])?$/.test(name) ? 'government' : 'department'
}
