import { useState } from 'react'
import { formatById, formats, proposeFormat } from '../../../shared/format/formats'
import { formatOf } from '../../desk/derived'
import { figuresWithoutPlace, takeFormat } from '../../desk/format-change'
import { fieldPlace } from '../../desk/place'
import { reportYears } from '../../desk/report-year'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { SelectField } from '../../fields/select-field'
import { texts } from './basics.texts'
import { FormatQuestion } from './format-question'
import { Section } from './section'

/** The report year proposes the format; the clerk may take another one, and no figure goes without a word. */
export function YearSection() {
  const desk = useDesk()
  const today = useDeskState((state) => state.home.today)
  const draft = useDraft((whole) => whole)
  const [wanted, setWanted] = useState<string | null>(null)
  const format = formatOf(draft)
  const proposed = proposeFormat(draft.year)
  const asked = formatById(wanted ?? proposed.id) ?? proposed

  function chooseYear(year: number): void {
    const next = proposeFormat(year)
    const followed = draft.format === proposed.id
    const takes =
      followed && next.id !== draft.format && figuresWithoutPlace(draft, format, next).length === 0
    setWanted(null)
    desk.edit({ kind: 'once', place: fieldPlace('basics', 'year') }, (copy) => {
      copy.year = year
      if (takes) takeFormat(copy, format, next)
    })
  }

  function take(id: string): void {
    const next = formatById(id)
    setWanted(null)
    if (!next) return
    desk.edit({ kind: 'once', place: fieldPlace('basics', 'format') }, (copy) =>
      takeFormat(copy, format, next),
    )
  }

  function chooseFormat(id: string): void {
    const next = formatById(id)
    if (next && figuresWithoutPlace(draft, format, next).length > 0) setWanted(id)
    else take(id)
  }

  return (
    <Section heading={texts.yearSection}>
      <SelectField
        step="basics"
        field="year"
        value={String(draft.year)}
        options={reportYears(today, draft.year).map((year) => ({
          value: String(year),
          label: texts.yearOption(year),
        }))}
        onChoose={(value) => chooseYear(Number(value))}
      />
      <SelectField
        step="basics"
        field="format"
        value={draft.format}
        options={formats.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={chooseFormat}
      />
      <p className="field-hint field-wide">{texts.formatBasis(format.basis.notice)}</p>
      {asked.id !== draft.format && (
        <FormatQuestion
          reason={wanted ? texts.wantedFormat(asked.name) : texts.otherFormat(draft.year, asked.name)}
          format={asked}
          lost={figuresWithoutPlace(draft, format, asked)}
          onTake={() => take(asked.id)}
          {...(wanted ? { onKeep: () => setWanted(null) } : {})}
        />
      )}
    </Section>
  )
}
