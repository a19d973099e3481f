import type { Format } from './format'

/**
 * Every format file in templates/formats, taken in when the app is built: a new file there is a new format. The JSON
 * is trusted here because a test holds each file against templates/format.schema.json.
 */
const files = import.meta.glob<Format>('../../templates/formats/*.json', { eager: true, import: 'default' })

/** Every official format the app knows, oldest first. */
export const formats: Format[] = Object.values(files).sort((one, other) => one.years.from - other.years.from)

export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id)
}

/** The format in force for a report year; years before the first format get the oldest. */
export function proposeFormat(year: number): Format {
  const [oldest, ...later] = formats as [Format, ...Format[]]
  return later.reduce((chosen, format) => (format.years.from <= year ? format : chosen), oldest)
}
