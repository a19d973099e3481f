import { lazy, Suspense, useEffect } from 'react'
import { commandOf } from '../desk/keys'
import { useDesk, useDeskState } from '../desk/use-desk'
import { HomeScreen } from '../steps/home/home-screen'
import { ReportScreen } from './report-screen'

/** Rarely needed, and so no part of what the window loads at its start. */
const AsideScreen = lazy(async () => ({ default: (await import('../aside/aside-screen')).AsideScreen }))

const ComparisonScreen = lazy(async () => ({
  default: (await import('../comparison/comparison-screen')).ComparisonScreen,
}))

export function App() {
  const desk = useDesk()
  const isAside = useDeskState(({ aside }) => aside !== null)
  const isComparing = useDeskState(({ session }) => session.screen === 'comparison')
  const onHome = useDeskState(({ draft, session }) => draft === null || session.screen === 'home')

  useEffect(() => {
    void desk.start()
  }, [desk])

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const command = commandOf(event)
      // Alt+↓ opens a select, as everywhere.
      if (desk.store.getState().aside !== null) return
      if (!command || (command === 'choices' && event.target instanceof HTMLSelectElement)) return
      // Handled here, and so not a second time by the menu or by the field's own undo.
      event.preventDefault()
      event.stopPropagation()
      desk.run(command)
    }
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [desk])

  if (isAside)
    return (
      <Suspense>
        <AsideScreen />
      </Suspense>
    )
  if (isComparing && !onHome)
    return (
      <Suspense>
        <ComparisonScreen />
      </Suspense>
    )
  return onHome ? <HomeScreen /> : <ReportScreen />
}
