/** Choosing between versions of a report: after a crash, when a file changed elsewhere, when it is damaged. */

import type { StoreApi } from 'zustand/vanilla'
import type { Desk as Bridge, Handle, OpenError, OpenedDraft } from '../../shared/ipc'
import { fail, type Result } from '../../shared/result'
import type { Aside, DeskState } from './desk-state'
import type { Filing } from './filing'
import type { Moving } from './moving'

export interface Safeguarding {
  /** Recovered work goes on the desk, or its file does; the other becomes an earlier version. */
  chooseRecovered(handle: Handle, choice: 'kept' | 'saved'): Promise<void>
  /** Shows the draft and what its file holds now side by side. */
  compareWithDisk(): Promise<void>
  /** The one in the file goes on the desk, mine becomes an earlier version; or the other way round. */
  takeDisk(): Promise<void>
  keepMine(): Promise<void>
  /** Both come together on the desk, where no place was changed in different ways. */
  takeMerged(): Promise<void>
  /** Shows what can be read of a damaged file. */
  readDamaged(handle: Handle): Promise<void>
  openSalvaged(): Promise<void>
  /** Shows the earlier versions of the report on the desk, or of all reports. */
  showVersions(): Promise<void>
  openVersion(handle: Handle): Promise<void>
  /** Opens the file again that somebody else had open. */
  tryAgain(): Promise<void>
  /** Back to where the clerk was. What is not decided stays as it is. */
  closeAside(): void
}

export function createSafeguarding(
  store: StoreApi<DeskState>,
  bridge: Bridge,
  moving: Moving,
  filing: Filing,
): Safeguarding {
  const setAside = (aside: Aside | null): void => store.setState({ aside })

  /** Puts a version on the desk; where it does not open, says why. */
  async function take(opened: Result<OpenedDraft, OpenError>): Promise<void> {
    setAside(null)
    if (opened.ok) await filing.begin({ kind: 'handed', opened: opened.value })
    else moving.say({ kind: 'openFailed', error: opened.error })
  }

  async function chooseRecovered(handle: Handle, choice: 'kept' | 'saved'): Promise<void> {
    const { aside } = store.getState()
    if (aside?.kind !== 'recovery') return
    const opened = await bridge.ask('recovery:choose', { handle, choice }).catch(() => lost(''))
    if (opened === null) setAside(null)
    else await take(opened)
    const recovered = aside.recovered.filter((one) => one.handle !== handle)
    if (recovered.length > 0) setAside({ kind: 'recovery', recovered })
  }

  /** The file of the draft on the desk, and the draft. */
  function onDesk() {
    const { draft, session } = store.getState()
    const { file, saved: base } = session
    return draft && file ? { draft, file, handle: file.handle, base } : undefined
  }

  async function compareWithDisk(): Promise<void> {
    const desk = onDesk()
    if (!desk) return
    const { draft, file, handle, base } = desk
    const disk = await bridge.ask('draft:onDisk', { handle, draft, base }).catch(() => lost(file.name))
    moving.say(null)
    if (disk.ok) setAside({ kind: 'conflict', disk: disk.value })
    else moving.say({ kind: 'openFailed', error: disk.error })
  }

  return {
    chooseRecovered,
    compareWithDisk,
    async takeDisk() {
      const desk = onDesk()
      if (!desk) return
      const { draft, file, handle } = desk
      const opened = await bridge.ask('draft:takeDisk', { handle, draft }).catch(() => lost(file.name))
      setAside(null)
      if (opened.ok) filing.replace(opened.value)
      else moving.say({ kind: 'openFailed', error: opened.error })
    },
    async keepMine() {
      setAside(null)
      await filing.saveOver()
    },
    async takeMerged() {
      const desk = onDesk()
      if (!desk) return
      const { draft, file, handle, base } = desk
      const opened = await bridge
        .ask('draft:takeMerged', { handle, draft, base })
        .catch(() => lost(file.name))
      if (opened === null) return compareWithDisk()
      setAside(null)
      if (opened.ok) filing.replace(opened.value)
      else moving.say({ kind: 'openFailed', error: opened.error })
    },
    async readDamaged(handle) {
      const read = await bridge.ask('draft:salvage', { handle }).catch(() => lost(''))
      moving.say(null)
      if (read.ok) setAside({ kind: 'damaged', file: read.value })
      else moving.say({ kind: 'openFailed', error: read.error })
    },
    async openSalvaged() {
      const { aside } = store.getState()
      if (aside?.kind === 'damaged' && aside.file.opened) await take({ ok: true, value: aside.file.opened })
    },
    async showVersions() {
      const { draft, session } = store.getState()
      const file = draft && session.screen === 'report' ? session.file : null
      const versions = await bridge.ask('backup:list', { handle: file?.handle ?? null }).catch(() => [])
      setAside({ kind: 'versions', name: file?.name ?? null, versions })
    },
    openVersion: async (handle) => take(await bridge.ask('backup:open', { handle }).catch(() => lost(''))),
    async tryAgain() {
      const desk = onDesk()
      if (!desk) return
      const opened = await bridge
        .ask('draft:reopen', { handle: desk.handle })
        .catch(() => lost(desk.file.name))
      moving.say(null)
      if (opened.ok) filing.replace(opened.value)
      else moving.say({ kind: 'openFailed', error: opened.error })
    },
    closeAside: () => setAside(null),
  }
}

/** Main refused or failed without naming why. */
function lost(name: string): { ok: false; error: OpenError } {
  return fail({ kind: 'unreadable', name })
}
