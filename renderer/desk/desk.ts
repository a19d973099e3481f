/** The desk: one store, and the acts that change it. Made by a function, so that every test has its own. */

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Desk as Bridge, Command } from '../../shared/ipc'
import { startAutosave } from './autosave'
import { type DeskState, initialState, isUnsaved } from './desk-state'
import { createEditing, type Editing } from './editing'
import { createFiling, type Filing } from './filing'
import { startKeeping } from './keeping'
import { createLinking, type LinkingActs } from './linking'
import { createLookingBack, type LookingBack, watchEarlierFile } from './looking-back'
import { createMoving, type Moving } from './moving'
import { createPages, type Pages } from './pages'
import { createPictures, type Pictures } from './pictures'
import { createSafeguarding, type Safeguarding } from './safeguarding'
import { createStyling, type Styling } from './styling'
import { suggestedName } from './suggested-name'
import { createWordFiles, type WordFiles } from './word-files'
import { type ReadApart, startReadingApart } from './words-apart'

export interface WritingDesk
  extends Editing,
    LinkingActs,
    Moving,
    Filing,
    LookingBack,
    Pages,
    Pictures,
    Safeguarding,
    Styling,
    WordFiles {
  store: StoreApi<DeskState>
  run(command: Command): void
  /** Stops timers and listening. */
  close(): void
}

/**
 * `bridge` is what the preload script offers; `now` gives milliseconds; `readApart` reads long texts, without it they are
 * read like others.
 */
export function createDesk(bridge: Bridge, now: () => number, readApart?: ReadApart): WritingDesk {
  const store = createStore<DeskState>(() => initialState)
  // First: whoever listens after it finds the words of a long text spoken for.
  const stopReading = readApart ? startReadingApart(store, readApart) : () => {}
  const moving = createMoving(store)
  const editing = createEditing(store, moving, now)
  const filing = createFiling(store, bridge, moving, now)
  const safeguarding = createSafeguarding(store, bridge, moving, filing)
  const pictures = createPictures(bridge, editing, moving)
  const wordFiles = createWordFiles(store, bridge, moving, editing, filing)

  const goHome = (): void => {
    moving.goHome()
    void filing.refreshRecent()
  }

  const acts: Record<Command, () => void> = {
    home: goHome,
    open: () => void filing.begin({ kind: 'open' }),
    save: () => void filing.save(),
    saveAs: () => void filing.saveAs(),
    versions: () => void safeguarding.showVersions(),
    export: () => store.getState().draft && moving.goToStep('export'),
    readBack: () => void wordFiles.readBack(),
    undo: editing.undo,
    redo: editing.redo,
    nextFinding: () => moving.goToNextFinding(1),
    previousFinding: () => moving.goToNextFinding(-1),
    nextStep: () => moving.goToNeighbour(1),
    previousStep: () => moving.goToNeighbour(-1),
    choices: moving.choose,
    help: moving.help,
  }

  const stops = [
    stopReading,
    bridge.on('command', (command) => acts[command]()),
    bridge.on('opened', (opened) => void filing.take(opened)),
    bridge.on('closing', () => void filing.save().then((saved) => saved && bridge.ask('window:close', null))),
    tellWindowState(store, bridge),
    startKeeping(store, bridge),
    startAutosave(store, filing),
    watchEarlierFile(store, bridge),
  ]

  return {
    store,
    ...moving,
    ...editing,
    ...filing,
    ...pictures,
    ...safeguarding,
    ...wordFiles,
    ...createLinking(store, editing),
    ...createLookingBack(store, bridge, editing, moving),
    ...createPages(bridge, store),
    ...createStyling(store, bridge),
    goHome,
    run: (command) => acts[command](),
    close() {
      for (const stop of stops) stop()
    },
  }
}

/** Keeps main informed of the window's title and of unsaved work, so that closing never loses any. */
function tellWindowState(store: StoreApi<DeskState>, bridge: Bridge): () => void {
  let told = ''
  return store.subscribe((state) => {
    if (!state.draft) return
    const title = state.session.file?.name ?? suggestedName(state.draft)
    const unsaved = isUnsaved(state)
    const handle = state.session.file?.handle ?? null
    const telling = `${unsaved} ${handle} ${title}`
    if (telling === told) return
    told = telling
    void bridge.ask('window:state', { title, unsaved, handle })
  })
}
