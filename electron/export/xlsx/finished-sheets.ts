import type { Feature } from 'write-excel-file/universal'

/**
 * What the spreadsheet library leaves out: the result beside each formula, so that a reader that does not compute
 * shows the totals too, and each sheet printed on one page of A4.
 *
 * @param sums by sheet: what the formula in a cell gives
 */
export function finishedSheets(sums: Map<string, number>[]): Feature<Blob> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            onOnePage(withResults(xml, sums[sheetIndex] ?? new Map())),
        },
      },
    },
  }
}

function withResults(xml: string, sums: Map<string, number>): string {
  return xml.replace(/<c r="([A-Z]+\d+)"[^>]*><f>[^<]*<\/f>/g, (cell, address: string) => {
    const sum = sums.get(address)
    return sum === undefined ? cell : `${cell}<v>${sum}</v>`
  })
}

function onOnePage(xml: string): string {
  return xml
    .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
    .replace(/(<pageMargins[^>]*\/>)(?!<pageSetup)/, '$1<pageSetup paperSize="9" orientation="portrait"/>')
}
