import type { SalvagedFile } from '../../shared/ipc-safety'
import { useDesk } from '../desk/use-desk'
import { texts } from './aside.texts'
import { AsideFrame } from './aside-frame'
import { LostList } from './lost-list'
import { VersionList } from './version-list'

/** What a damaged file still gives, what it does not, and the earlier versions of it. */
export function DamagedScreen({ file }: { file: SalvagedFile }) {
  const desk = useDesk()
  const { name, opened, lost, encoding, backups } = file
  return (
    <AsideFrame title={texts.damaged(name)} note={texts.damagedNote}>
      {encoding !== undefined && lost.length === 0 && <p>{texts.encoding(encoding)}</p>}
      {opened === null && <p>{texts.nothingRead}</p>}
      <LostList lost={lost} />
      <div className="buttons">
        {opened !== null && (
          <button type="button" className="button button-main" onClick={() => void desk.openSalvaged()}>
            {texts.openSalvaged}
          </button>
        )}
        <button type="button" className="button" onClick={desk.closeAside}>
          {texts.back}
        </button>
      </div>
      <section aria-label={texts.versions(null)}>
        <h2 className="section-heading">{texts.versions(null)}</h2>
        <VersionList versions={backups} />
      </section>
    </AsideFrame>
  )
}
