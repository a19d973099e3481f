import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../electron/e2e/support/launch'

/** The built app elsewhere: a long run must not be changed by a build meanwhile. */
export function copyApp(to: string): string {
  const isLeftOut = (path: string) => /out[\\/](shots|demo|pages|fuzz)$/.test(path)
  cpSync(join(projectRoot, 'out'), join(to, 'out'), { recursive: true, filter: (path) => !isLeftOut(path) })
  cpSync(join(projectRoot, 'package.json'), join(to, 'package.json'))
  return to
}
