/**
 * Chromium's switches for a start that shows nothing: on Linux it needs neither a screen nor a graphics card then, and
 * does not complain of their absence. Elsewhere it never looks for a screen before it opens a window.
 */
export function screenlessSwitches(platform: NodeJS.Platform = process.platform): string[] {
  return platform === 'linux' ? ['--ozone-platform=headless', '--disable-gpu', '--log-level=3'] : []
}
