import './style/tokens.css'
import './style/reset.css'
import './style/controls.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Desk as Bridge } from '../shared/ipc'
import { createDesk } from './desk/desk'
import { DeskContext } from './desk/use-desk'
import { readInWorker } from './desk/words-in-worker'
import { App } from './shell/app'
import { PageGuard } from './shell/page-guard'

declare global {
  interface Window {
    /** Put there by the preload script. */
    desk: Bridge
  }
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')

const desk = createDesk(window.desk, () => Date.now(), readInWorker())
createRoot(root).render(
  <StrictMode>
    <PageGuard onFailed={(error) => void window.desk.ask('window:failed', { error })}>
      <DeskContext value={desk}>
        <App />
      </DeskContext>
    </PageGuard>
  </StrictMode>,
)
