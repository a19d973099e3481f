import { useDraft } from '../../desk/use-desk'
import { ChoiceField } from '../../fields/choice-field'
import { LinesField } from '../../fields/lines-field'
import { TextField } from '../../fields/text-field'
import { texts } from './basics.texts'
import { Section } from './section'

export function PublisherSection() {
  const aggregates = useDraft(
    ({ scope, publisher }) => scope === 'aggregate' || publisher.aggregates !== undefined,
  )
  return (
    <Section heading={texts.publisherSection}>
      <TextField
        step="basics"
        field="publisher.name"
        hint={texts.nameHint}
        wide
        read={({ publisher }) => publisher.name}
        write={({ publisher }, value) => {
          publisher.name = value
        }}
      />
      <ChoiceField
        step="basics"
        field="publisher.kind"
        choices={texts.kinds}
        read={({ publisher }) => publisher.kind}
        write={({ publisher }, kind) => {
          publisher.kind = kind
        }}
      />
      <ChoiceField
        step="basics"
        field="scope"
        choices={texts.scopes}
        read={({ scope }) => scope}
        write={(draft, scope) => {
          draft.scope = scope
        }}
      />
      {aggregates && <PublisherText field="aggregates" hint={texts.aggregatesHint} wide />}
      <PublisherText field="title" hint={texts.titleHint} />
      <PublisherText field="shortName" hint={texts.shortNameHint} />
      <LinesField
        step="basics"
        field="publisher.bases"
        hint={texts.basesHint}
        read={({ publisher }) => publisher.bases}
        write={({ publisher }, lines) => {
          if (lines.length > 0) publisher.bases = lines
          else delete publisher.bases
        }}
      />
    </Section>
  )
}

function PublisherText(props: { field: 'aggregates' | 'title' | 'shortName'; hint: string; wide?: boolean }) {
  return (
    <TextField
      step="basics"
      field={`publisher.${props.field}`}
      hint={props.hint}
      wide={props.wide ?? false}
      read={({ publisher }) => publisher[props.field]}
      write={({ publisher }, value) => {
        if (value === '') delete publisher[props.field]
        else publisher[props.field] = value
      }}
    />
  )
}
