import { useEffect, useState } from 'react'
import { gb9704 } from '../../../shared/compose/style'
import { useDesk } from '../../desk/use-desk'

/** Names to choose from while typing one: those of official documents, and the Chinese ones of this computer. */
export function FontNames({ id }: { id: string }) {
  const desk = useDesk()
  const [installed, setInstalled] = useState<string[]>([])
  useEffect(() => {
    let isHere = true
    void desk.installedFonts().then((fonts) => isHere && setInstalled(fonts))
    return () => {
      isHere = false
    }
  }, [desk])
  const chinese = [...Object.keys(gb9704.standIns), ...Object.values(gb9704.standIns).flat(), ...installed]
  const names = [
    ...new Set(chinese.filter((name) => /\p{Script=Han}/u.test(name) || name in gb9704.standIns)),
  ]
  return (
    <datalist id={id}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
