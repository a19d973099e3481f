import { titleLines } from '../../../shared/compose/title'
import type { Title } from '../../../shared/draft/draft'
import { useDraft } from '../../desk/use-desk'
import { ChoiceField } from '../../fields/choice-field'
import { LinesField } from '../../fields/lines-field'
import { TextField } from '../../fields/text-field'
import { texts } from './basics.texts'
import { Section } from './section'
import { TitlePicture } from './title-picture'

export function TitleSection() {
  const form = useDraft(({ title }) => title.kind)
  return (
    <Section heading={texts.titleSection}>
      <ChoiceField<Title['kind']>
        step="basics"
        field="title"
        choices={texts.titleForms}
        read={({ title }) => title.kind}
        write={(draft, kind) => {
          draft.title = kind === 'edited' ? { kind, lines: titleLines(draft) } : { kind }
        }}
      />
      {form === 'edited' && (
        <LinesField
          step="basics"
          field="title.lines"
          hint={texts.titleLinesHint}
          read={({ title }) => (title.kind === 'edited' ? title.lines : undefined)}
          write={(draft, lines) => {
            draft.title = { kind: 'edited', lines }
          }}
        />
      )}
      <TitlePicture />
      <TextField
        step="basics"
        field="issuingLine"
        hint={texts.issuingLineHint}
        wide
        read={({ issuingLine }) => issuingLine}
        write={(draft, value) => {
          if (value === '') delete draft.issuingLine
          else draft.issuingLine = value
        }}
      />
      <TextField
        step="basics"
        field="signature.name"
        hint={texts.signatureHint}
        read={({ signature }) => signature.name}
        write={({ signature }, value) => {
          if (value === '') delete signature.name
          else signature.name = value
        }}
      />
      <TextField
        step="basics"
        field="signature.date"
        type="date"
        read={({ signature }) => signature.date}
        write={({ signature }, value) => {
          if (value === '') delete signature.date
          else signature.date = value
        }}
      />
    </Section>
  )
}
