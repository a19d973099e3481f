import type { Draft, Publisher } from '../../../shared/draft/draft'
import { TextField } from '../../fields/text-field'
import { texts } from './basics.texts'
import { Section } from './section'

const contactKeys = ['address', 'postcode', 'phone', 'email'] as const
const websiteKeys = ['name', 'column', 'url'] as const

export function ContactSection() {
  return (
    <Section heading={texts.contactSection} note={texts.contactNote}>
      {contactKeys.map((key) => (
        <TextField
          key={key}
          step="basics"
          field={`contact.${key}`}
          read={({ publisher }) => publisher[key]}
          write={({ publisher }, value) => {
            if (value === '') delete publisher[key]
            else publisher[key] = value
          }}
        />
      ))}
      {websiteKeys.map((key) => (
        <TextField
          key={key}
          step="basics"
          field={`website.${key}`}
          read={({ publisher }) => publisher.website?.[key]}
          write={(draft, value) => writeWebsite(draft, key, value)}
        />
      ))}
    </Section>
  )
}

function writeWebsite(
  { publisher }: Draft,
  key: keyof NonNullable<Publisher['website']>,
  value: string,
): void {
  const website = { ...publisher.website }
  if (value === '') delete website[key]
  else website[key] = value
  if (Object.keys(website).length > 0) publisher.website = website
  else delete publisher.website
}
