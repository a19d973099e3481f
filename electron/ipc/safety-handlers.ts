import type { DraftFiles } from '../files/draft-files'
import type { Handles } from '../files/handles'
import type { Safekeeping } from '../files/safekeeping'
import type { Handlers } from './answer'

export interface SafetyContext {
  handles: Handles
  drafts: DraftFiles
  safekeeping: Safekeeping
  /** The page has failed by its own account. */
  pageFailed(error: string): void
}

type SafetyHandlers = Pick<
  Handlers,
  | 'recovery:keep'
  | 'recovery:end'
  | 'recovery:choose'
  | 'backup:list'
  | 'backup:open'
  | 'draft:onDisk'
  | 'draft:takeDisk'
  | 'draft:takeMerged'
  | 'draft:saveOver'
  | 'draft:reopen'
  | 'draft:salvage'
  | 'window:failed'
>

/** What main does so that no work is lost. */
export function createSafetyHandlers(context: SafetyContext): SafetyHandlers {
  const { handles, drafts, safekeeping, pageFailed } = context
  return {
    'recovery:keep': ({ handle, draft }) => safekeeping.keep(handle, draft),
    async 'recovery:end'({ how }) {
      await safekeeping.end(how)
      return null
    },
    'recovery:choose': ({ handle, choice }) => safekeeping.choose(handle, choice),
    'backup:list': ({ handle }) => safekeeping.versions(handle),
    'backup:open': ({ handle }) => safekeeping.openVersion(handle),
    'draft:onDisk': ({ handle, draft, base }) => safekeeping.onDisk(handle, draft, base),
    'draft:takeMerged': ({ handle, draft, base }) => safekeeping.takeMerged(handle, draft, base),
    'draft:takeDisk': ({ handle, draft }) => safekeeping.takeDisk(handle, draft),
    'draft:saveOver': ({ handle, draft }) => drafts.saveOver(handle, draft),
    async 'draft:reopen'({ handle }) {
      const known = handles.known(handle)
      if (known?.kind !== 'draft') return { ok: false, error: { kind: 'missing', name: '' } }
      return drafts.open(known.path)
    },
    'draft:salvage': ({ handle }) => safekeeping.salvage(handle),
    'window:failed'({ error }) {
      pageFailed(error)
      return null
    },
  }
}
