import type { Recovered } from '../../shared/ipc-safety'
import { useDesk } from '../desk/use-desk'
import { texts } from './aside.texts'
import { AsideFrame } from './aside-frame'
import { DifferenceList } from './difference-list'
import { LostList } from './lost-list'
import { VersionCard } from './version-card'

/** After a crash: what was on the desk beside its file, one report after the other. Nothing happens unasked. */
export function RecoveryScreen({ recovered }: { recovered: Recovered[] }) {
  const desk = useDesk()
  const [first] = recovered
  if (!first) return null
  const { handle, kept, lost, saved } = first
  const chooseKept = () => void desk.chooseRecovered(handle, 'kept')
  const chooseSaved = () => void desk.chooseRecovered(handle, 'saved')
  return (
    <AsideFrame key={handle} title={texts.recovery} note={texts.recoveryNote}>
      <div className="versions">
        <VersionCard
          label={texts.kept}
          report={texts.report(kept.publisher, kept.year)}
          time={texts.changedAt(kept.changedAt)}
        >
          <button type="button" className="button button-main" onClick={chooseKept}>
            {texts.useKept}
          </button>
          {saved.kind !== 'file' && (
            <button type="button" className="button" onClick={chooseSaved}>
              {saved.kind === 'never' ? texts.putAway : texts.useSaved}
            </button>
          )}
        </VersionCard>
        <SavedVersion saved={saved} onUse={chooseSaved} />
      </div>
      <LostList lost={lost} />
      {saved.kind === 'file' && <DifferenceList comparison={saved} one={texts.kept} other={texts.saved} />}
      <div className="buttons">
        <button type="button" className="button button-quiet" onClick={desk.closeAside}>
          {texts.later}
        </button>
      </div>
    </AsideFrame>
  )
}

function SavedVersion({ saved, onUse }: { saved: Recovered['saved']; onUse(): void }) {
  switch (saved.kind) {
    case 'never':
      return <p className="version version-none">{texts.neverSaved}</p>
    case 'gone':
      return <p className="version version-none">{texts.gone(saved.name, saved.folder)}</p>
    case 'file':
      return (
        <VersionCard
          label={texts.saved}
          report={texts.report(saved.glance.publisher, saved.glance.year)}
          time={texts.changedAt(saved.glance.changedAt)}
          place={texts.inFolder(saved.name, saved.folder)}
        >
          <button type="button" className="button" onClick={onUse}>
            {texts.useSaved}
          </button>
        </VersionCard>
      )
  }
}
