/** One breach of a schema, as ajv reports it. */
interface SchemaBreach {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
  /** The key that breaks a rule for keys. */
  propertyName?: string
}

/**
 * The first breach in plain Chinese, one line without its full stop. `placeName` gives the place its name from the
 * keys that lead to it; what is wrong deep inside a paragraph is said of the paragraph.
 */
export function schemaFault(
  breaches: readonly SchemaBreach[] | null | undefined,
  placeName: (path: string[]) => string,
): string {
  const breach = breaches?.[0]
  if (!breach) return '内容不符合要求'
  const path = breach.instancePath.split('/').slice(1).map(unescapePointer)
  const key = unknownKey(breach)
  if (key !== undefined) return `${placeName(path)}中有不认识的内容“${key}”`
  const place = placeName(path)
  const { missingProperty } = breach.params
  const missing = typeof missingProperty === 'string' ? placeName([...path, missingProperty]) : place
  return missing === place ? `${place}的内容不符合要求` : `缺少${missing}`
}

function unknownKey({ params, propertyName }: SchemaBreach): string | undefined {
  const key = propertyName ?? params.additionalProperty
  return typeof key === 'string' ? clipped(key) : undefined
}

function clipped(key: string): string {
  const visible = key.replace(/\p{C}/gu, '□')
  return visible.length > 40 ? `${visible.slice(0, 40)}…` : visible
}

/** JSON Pointer, RFC 6901 section 4. */
function unescapePointer(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~')
}
