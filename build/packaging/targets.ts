/** What a machine without a network can make of the Electron it has. */
export function targetsHere(arch: string): string[] {
  return ['--linux', 'dir', 'tar.gz', 'deb', `--${arch}`]
}

/** Whether electron-builder's arguments ask for Linux packages. */
export function forLinux(wanted: string[]): boolean {
  return wanted.includes('--linux') || wanted.includes('-l')
}

/** Whether the Electron of this very machine is all that these arguments need. */
export function needsOnlyThisElectron(wanted: string[], platform: NodeJS.Platform, arch: string): boolean {
  const others = ['--win', '--windows', '-w', '--mac', '--macos', '-m', '-o']
  const archs = ['--x64', '--arm64', '--armv7l', '--ia32', '--universal']
  const isOther = (argument: string) =>
    others.includes(argument) || (archs.includes(argument) && argument !== `--${arch}`)
  return platform === 'linux' && forLinux(wanted) && !wanted.some(isOther)
}
