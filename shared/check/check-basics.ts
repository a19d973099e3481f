import type { Draft } from '../draft/draft'
import { type ContactField, contactProblem } from './contact'
import type { Finding } from './finding'
import { noPublisher, wrongContact } from './messages'

/** The organ must have a name, and what contact it gives must be a Chinese one. Warnings: the format asks for none. */
export function checkBasics({ publisher }: Draft): Finding[] {
  const contacts: { rule: string; field: ContactField; label: string; value: string | undefined }[] = [
    { rule: 'B-2', field: 'contact.postcode', label: '邮编', value: publisher.postcode },
    { rule: 'B-3', field: 'contact.phone', label: '电话', value: publisher.phone },
    { rule: 'B-4', field: 'contact.email', label: '电子邮箱', value: publisher.email },
    { rule: 'B-5', field: 'website.url', label: '网址', value: publisher.website?.url },
  ]
  const name = publisher.name.trim() === '' ? [warning('B-1', 'publisher.name', noPublisher)] : []
  return [
    ...name,
    ...contacts.flatMap(({ rule, field, label, value = '' }) => {
      const reason = contactProblem(field, value)
      return reason ? [{ ...warning(rule, field, wrongContact(label, value, reason)), found: value }] : []
    }),
  ]
}

function warning(rule: string, field: string, message: string): Finding {
  return { rule, severity: 'warning', chapter: 'basics', cells: [], field, message }
}
