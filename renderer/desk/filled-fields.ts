/** Which fields of an opened draft count as touched: what somebody filled in may be judged at once. */

import type { Draft, Publisher } from '../../shared/draft/draft'

/** Publisher keys whose guidance and findings go by 'contact.…'. */
export type ContactKey = 'address' | 'postcode' | 'phone' | 'email'

export function filledFields(draft: Draft): ReadonlySet<string> {
  const { publisher, signature } = draft
  const entries: [string, unknown][] = [
    ...(['address', 'postcode', 'phone', 'email'] satisfies ContactKey[]).map((key): [string, unknown] => [
      `contact.${key}`,
      publisher[key],
    ]),
    ...(['name', 'title', 'shortName', 'aggregates', 'bases'] satisfies (keyof Publisher)[]).map(
      (key): [string, unknown] => [`publisher.${key}`, publisher[key]],
    ),
    ['website.name', publisher.website?.name],
    ['website.column', publisher.website?.column],
    ['website.url', publisher.website?.url],
    ['signature.date', signature.date],
  ]
  return new Set(entries.filter(([, value]) => value !== undefined && value !== '').map(([field]) => field))
}
