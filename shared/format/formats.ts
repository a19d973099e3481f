import format2019 from '../../templates/formats/2019.json'
import format2021 from '../../templates/formats/2021.json'
import type { Format } from './format'

/**
 * Every official format the app knows, oldest first. The JSON is trusted here because a test holds each file
 * against templates/format.schema.json.
 */
export const formats: Format[] = [format2019 as Format, format2021 as Format]

export function formatById(id: string): Format | undefined {
  return formats.find((format) => format.id === id)
}

/** The format in force for a report year; years before the first format get the oldest. */
export function proposeFormat(year: number): Format {
  const [oldest, ...later] = formats as [Format, ...Format[]]
  return later.reduce((chosen, format) => (format.years.from <= year ? format : chosen), oldest)
}
