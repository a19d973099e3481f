import { useEffect } from 'react'
import { commandOf } from '../desk/keys'
import { useDesk, useDeskState } from '../desk/use-desk'
import { HomeScreen } from '../steps/home/home-screen'
import { ReportScreen } from './report-screen'

export function App() {
  const desk = useDesk()
  const onHome = useDeskState(({ draft, session }) => draft === null || session.screen === 'home')

  useEffect(() => {
    void desk.start()
  }, [desk])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const command = commandOf(event)
      // Alt+↓ opens a select, as everywhere.
      if (!command || (command === 'choices' && event.target instanceof HTMLSelectElement)) return
      // Handled here, and so not a second time by the menu or by the field's own undo.
      event.preventDefault()
      event.stopPropagation()
      desk.run(command)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [desk])

  return onHome ? <HomeScreen /> : <ReportScreen />
}
