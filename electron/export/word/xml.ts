export type Attributes = Record<string, string | number>

/** An XML element as text; children are XML already. */
export function element(name: string, attributes: Attributes = {}, ...children: string[]): string {
  const start = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(String(value))}"`),
  ]
  return children.length === 0
    ? `<${start.join(' ')}/>`
    : `<${start.join(' ')}>${children.join('')}</${name}>`
}

/** The usual element of WordprocessingML: one value. */
export function valueElement(name: string, value: string | number): string {
  return element(name, { 'w:val': value })
}

export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function xmlPart(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root}`
}

export const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
