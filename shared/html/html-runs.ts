import type { DocumentRun } from '../compose/document'
import { escapeHtml } from './escape'

export function htmlRuns(runs: DocumentRun[]): string {
  return runs
    .map(({ text, bold }) => (bold ? `<strong>${escapeHtml(text)}</strong>` : escapeHtml(text)))
    .join('')
}
