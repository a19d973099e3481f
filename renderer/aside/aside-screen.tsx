import { useDeskState } from '../desk/use-desk'
import { ReadBackScreen } from '../word/read-back-screen'
import { WordScreen } from '../word/word-screen'
import { ConflictScreen } from './conflict-screen'
import { DamagedScreen } from './damaged-screen'
import { RecoveryScreen } from './recovery-screen'
import { VersionsScreen } from './versions-screen'
import './aside.css'

/** The choice between versions that is open; the report waits behind it. */
export function AsideScreen() {
  const aside = useDeskState((state) => state.aside)
  switch (aside?.kind) {
    case 'recovery':
      return <RecoveryScreen recovered={aside.recovered} />
    case 'conflict':
      return <ConflictScreen disk={aside.disk} />
    case 'damaged':
      return <DamagedScreen file={aside.file} />
    case 'versions':
      return <VersionsScreen name={aside.name} versions={aside.versions} />
    case 'word':
      return <WordScreen key={`${aside.word.hash} ${aside.word.report.draft.year}`} word={aside.word} />
    case 'readBack':
      return <ReadBackScreen read={aside.read} />
    case undefined:
      return null
  }
}
