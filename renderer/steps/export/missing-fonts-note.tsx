import { useEffect, useState } from 'react'
import { reportStyle } from '../../../shared/compose/report-style'
import { missingFonts } from '../../../shared/html/missing-fonts'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { texts } from './export.texts'

/** Names the fonts this computer lacks and what stands in for them, before anything is exported. */
export function MissingFontsNote() {
  const desk = useDesk()
  const style = useDraft((draft) => draft.style)
  const office = useDeskState((state) => state.office.style)
  const [installed, setInstalled] = useState<string[]>()
  useEffect(() => {
    let isHere = true
    void desk.installedFonts().then((fonts) => isHere && setInstalled(fonts))
    return () => {
      isHere = false
    }
  }, [desk])
  const missing = installed ? missingFonts(reportStyle(office, style), installed) : []
  if (missing.length === 0) return null
  return (
    <details className="note missing-fonts">
      <summary>{texts.missingFonts}</summary>
      <ul>
        {missing.map((font) => (
          <li key={font.font}>{texts.missingFont(font)}</li>
        ))}
      </ul>
      <p className="field-hint">{texts.missingFontsNote}</p>
    </details>
  )
}
