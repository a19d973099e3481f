import { validate } from '../../templates/draft.schema.json?validator'
import type { FigureRun } from '../draft/draft'

/** A linked figure that comes from outside the draft, such as from the clipboard; undefined: it is none. Never throws. */
export function readFigure(text: string): Pick<FigureRun, 'value' | 'style'> | undefined {
  try {
    const { value, style } = JSON.parse(text)
    const run = { kind: 'figure', value, style }
    return isFigure(run) ? { value: run.value, style: run.style } : undefined
  } catch {
    return undefined
  }
}

/** Held to the draft's own schema, as part of a draft that holds nothing else. */
function isFigure(run: unknown): run is FigureRun {
  return validate({ ...bare, prose: { 1: [{ kind: 'paragraph', text: [run] }] } })
}

const bare = {
  kind: 'nianbao-draft',
  version: 1,
  format: '-',
  year: 2000,
  scope: 'organ',
  publisher: { name: '', kind: 'government' },
  title: { kind: 'organFirst' },
  chapterTitles: {},
  preamble: { kind: 'generated' },
  numbering: 'dot',
  figures: {},
  signature: {},
  waivers: [],
  images: {},
}
