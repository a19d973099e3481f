import { onTestFinished } from 'vitest'
import { type Desk, type LaunchOptions, launch } from './launch'
import { screenshot } from './screen'

/**
 * Launches the app for one test. However the test ends, the app ends with it and its profile goes; a failing
 * test leaves a picture of the window, out/shots/failed-<test>.png.
 */
export async function openDesk(options: LaunchOptions = {}): Promise<Desk> {
  const desk = await launch(options)
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail' && !desk.page.isClosed())
      await screenshot(desk.page, `failed-${fileName(task.name)}`)
    await desk.kill()
    desk.removeProfile()
  })
  return desk
}

function fileName(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)
}
