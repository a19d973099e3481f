import type { Backup } from '../../shared/ipc-safety'
import { useDesk } from '../desk/use-desk'
import { texts } from './aside.texts'
import { AsideFrame } from './aside-frame'
import { VersionList } from './version-list'

export function VersionsScreen({ name, versions }: { name: string | null; versions: Backup[] }) {
  const desk = useDesk()
  return (
    <AsideFrame title={texts.versions(name)} note={texts.versionsNote}>
      <VersionList versions={versions} />
      <div className="buttons">
        <button type="button" className="button" onClick={desk.closeAside}>
          {texts.back}
        </button>
      </div>
    </AsideFrame>
  )
}
