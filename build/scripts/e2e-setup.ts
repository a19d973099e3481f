import { virtualDisplay } from './display'
import { electronEnv, electronRuntime } from './electron-runtime'

/** Gives the end-to-end tests an Electron and a screen; whatever is missing fails the run. */
export async function setup(): Promise<() => void> {
  const runtime = await electronRuntime()
  const { display, close } = await virtualDisplay()
  Object.assign(process.env, electronEnv(runtime), display === undefined ? {} : { DISPLAY: display })
  return close
}
