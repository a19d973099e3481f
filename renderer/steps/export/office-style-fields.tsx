import { useId, useState } from 'react'
import { reportStyle } from '../../../shared/compose/report-style'
import { gb9704, type Style } from '../../../shared/compose/style'
import {
  fontIn,
  fontSettings,
  linesPerPage,
  withFont,
  withLinePitch,
  withPageNumber,
} from '../../../shared/compose/style-settings'
import type { StyleVariant } from '../../../shared/compose/style-variant'
import { useDesk, useDeskState } from '../../desk/use-desk'
import { fieldName } from '../../fields/field-names'
import { FontNames } from './font-names'
import { SettingField } from './setting-field'
import { texts } from './style.texts'

/** Points: below, the lines touch; above, it is no longer an official document. */
const PITCH = { least: 20, most: 40 }

/** What the office has set for all its reports. Each change is kept at once. */
export function OfficeStyleFields() {
  const desk = useDesk()
  const office = useDeskState((state) => state.office)
  const [trouble, setTrouble] = useState<string>()
  const [fonts, heading] = [useId(), useId()]
  const style = reportStyle(office.style)

  async function keep(next: StyleVariant): Promise<void> {
    setTrouble((await desk.keepOfficeStyle(next)) ? undefined : texts.notKept)
  }
  function setPitch(text: string): void {
    const pitch = text === '' ? gb9704.linePitch : Number(text)
    if (pitch >= PITCH.least && pitch <= PITCH.most) void keep(withLinePitch(office.style, pitch))
    else setTrouble(texts.linePitchRange(PITCH.least, PITCH.most))
  }

  return (
    <section aria-labelledby={heading}>
      <h2 className="style-heading" id={heading}>
        {texts.allReports}
      </h2>
      <p className="field-hint">{texts.allReportsNote}</p>
      <FontNames id={fonts} />
      <div className="fields">
        <SettingField
          label={fieldName('style.linePitch')}
          hint={texts.linePitch(linesPerPage(style))}
          value={own(style.linePitch, gb9704.linePitch)}
          standard={String(gb9704.linePitch)}
          onKeep={setPitch}
        />
        <PageNumberField
          style={style}
          onChoose={(pageNumber) => void keep(withPageNumber(office.style, pageNumber))}
        />
        {fontSettings.map((setting) => (
          <SettingField
            key={setting}
            label={texts.fonts[setting]}
            value={own(fontIn(style, setting), fontIn(gb9704, setting))}
            standard={fontIn(gb9704, setting)}
            list={fonts}
            onKeep={(font) => void keep(withFont(office.style, setting, font))}
          />
        ))}
      </div>
      <div className="style-end">
        <button type="button" className="button" onClick={() => void keep({})}>
          {texts.restore}
        </button>
        <p className="field-problem" role="status">
          {trouble}
        </p>
      </div>
    </section>
  )
}

/** '' where it is the standard's. */
function own(value: string | number, standard: string | number): string {
  return value === standard ? '' : String(value)
}

const pageNumbers: { label: string; pageNumber: Style['pageNumber'] }[] = [
  { label: texts.pageNumbers.standard, pageNumber: gb9704.pageNumber },
  { label: texts.pageNumbers.hyphens, pageNumber: { before: '-', after: '-' } },
  { label: texts.pageNumbers.plain, pageNumber: { before: '', after: '' } },
]

function PageNumberField({
  style,
  onChoose,
}: {
  style: Style
  onChoose(pageNumber: Style['pageNumber']): void
}) {
  const id = useId()
  const { before, after } = style.pageNumber
  const isKnown = pageNumbers.some(({ pageNumber }) => isSame(pageNumber, style.pageNumber))
  const offered = isKnown
    ? pageNumbers
    : [...pageNumbers, { label: texts.pageNumbers.own(`${before}1${after}`), pageNumber: style.pageNumber }]
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {fieldName('style.pageNumber')}
      </label>
      <select
        className="input"
        id={id}
        value={offered.findIndex(({ pageNumber }) => isSame(pageNumber, style.pageNumber))}
        onChange={({ target }) => {
          const chosen = offered[Number(target.value)]
          if (chosen) onChoose(chosen.pageNumber)
        }}
      >
        {offered.map(({ label }, index) => (
          <option key={label} value={index}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

function isSame(one: Style['pageNumber'], other: Style['pageNumber']): boolean {
  return one.before === other.before && one.after === other.after
}
