import type { DiskVersion } from '../../shared/ipc-safety'
import { useDesk, useDraft } from '../desk/use-desk'
import { texts } from './aside.texts'
import { AsideFrame } from './aside-frame'
import { DifferenceList } from './difference-list'
import { VersionCard } from './version-card'

/** The file changed while it was being worked on: both, side by side. */
export function ConflictScreen({ disk }: { disk: DiskVersion }) {
  const desk = useDesk()
  const year = useDraft((draft) => draft.year)
  const publisher = useDraft((draft) => draft.publisher.title || draft.publisher.name)
  return (
    <AsideFrame title={texts.conflict(disk.name)} note={texts.conflictNote}>
      <div className="versions">
        <VersionCard label={texts.mine} report={texts.report(publisher, year)} time={texts.now}>
          <button
            type="button"
            className="button button-main"
            onClick={async () => {
              if (await desk.saveAs()) desk.closeAside()
            }}
          >
            {texts.saveElsewhere}
          </button>
          <button type="button" className="button" onClick={() => void desk.keepMine()}>
            {texts.useMine}
          </button>
        </VersionCard>
        <VersionCard
          label={texts.disk}
          report={texts.report(disk.glance.publisher, disk.glance.year)}
          time={texts.changedAt(disk.glance.changedAt)}
          place={disk.name}
        >
          <button type="button" className="button" onClick={() => void desk.takeDisk()}>
            {texts.useDisk}
          </button>
        </VersionCard>
      </div>
      {disk.canMerge && (
        <div className="buttons">
          <p>{texts.canMerge}</p>
          <button type="button" className="button" onClick={() => void desk.takeMerged()}>
            {texts.merge}
          </button>
        </div>
      )}
      <DifferenceList comparison={disk} one={texts.mine} other={texts.disk} />
      <div className="buttons">
        <button type="button" className="button button-quiet" onClick={desk.closeAside}>
          {texts.later}
        </button>
      </div>
    </AsideFrame>
  )
}
