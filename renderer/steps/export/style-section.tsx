import { useEffect } from 'react'
import { useDesk, useDeskState, useDraft } from '../../desk/use-desk'
import { OfficeStyleFields } from './office-style-fields'
import { texts } from './style.texts'
import { TableDirection } from './table-direction'

/** How the document looks: folded away, since the standard's look is right for nearly every office. */
export function StyleSection() {
  const desk = useDesk()
  const office = useDeskState((state) => state.office)
  const isOwn = useDraft((draft) => draft.style !== undefined) || Object.keys(office.style).length > 0
  useEffect(() => {
    void desk.readOfficeStyle()
  }, [desk])
  return (
    <div className="style-section">
      {office.fault !== undefined && <p className="note note-warning">{texts.fault(office.fault)}</p>}
      <details>
        <summary>
          {texts.section}：{isOwn ? texts.byOwn : texts.byStandard}
        </summary>
        <div className="style-parts">
          <TableDirection />
          <OfficeStyleFields />
        </div>
      </details>
    </div>
  )
}
