import type { Feature } from 'write-excel-file/universal'

/**
 * What the spreadsheet library leaves out: the result beside each formula, so that a reader that does not compute
 * shows the totals too, fonts in the order of the standard, and each sheet printed on one page of A4.
 *
 * @param sums by sheet: what the formula in a cell gives
 */
export function finishedSheets(sums: Map<string, number>[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/styles.xml': { transform: withOrderedFonts },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            onOnePage(withResults(xml, sums[sheetIndex] ?? new Map())),
        },
      },
    },
  }
}

const fontParts = ['sz', 'color', 'name', 'family']

/** Size and colour of a font stand before its name (ECMA-376, 18.8.22, as the Open XML SDK checks it). */
function withOrderedFonts(xml: string): string {
  const place = (part: string) => fontParts.findIndex((name) => part.startsWith(`<${name} `))
  return xml.replace(/<font>(.*?)<\/font>/g, (_font, inner: string) => {
    const parts = inner.match(/<[^>]+>/g) ?? []
    return `<font>${parts.sort((one, other) => place(one) - place(other)).join('')}</font>`
  })
}

function withResults(xml: string, sums: Map<string, number>): string {
  return xml.replace(/<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>/g, (cell, address: string) => {
    const sum = sums.get(address)
    return sum === undefined ? cell : `${cell}<v>${sum}</v>`
  })
}

function onOnePage(xml: string): string {
  return xml
    .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/(<pageMargins[^>]*\/>)(?!<pageSetup)/, '$1<pageSetup paperSize="9" orientation="portrait"/>')
}
