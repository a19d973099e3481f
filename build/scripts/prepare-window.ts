import { electronEnv, electronRuntime } from './electron-runtime'
import { ensureSystemPackages } from './system-packages'
import { virtualDisplay } from './virtual-display'

/**
 * Gives this process and its children an Electron and a screen in memory, on which `launch`
 * (electron/e2e/support) opens the app. Returns what takes the screen down again; throws if anything is missing.
 */
export async function prepareWindow(): Promise<() => void> {
  ensureSystemPackages('window', 'screen')
  const runtime = await electronRuntime()
  const { display, close } = await virtualDisplay()
  Object.assign(process.env, electronEnv(runtime), display === undefined ? {} : { DISPLAY: display })
  return close
}
