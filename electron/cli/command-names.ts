/** The commands by name, apart from what carries them out: the window's start asks only whether it was meant. */
export const commandNames = ['new', 'fill', 'figures', 'check', 'export', 'read', 'rollup'] as const

export type CommandName = (typeof commandNames)[number]

/**
 * The command line within a program's arguments, from a command's name on; undefined: the window is meant. Chromium's
 * own switches may stand before it, and while developing the app's folder.
 */
export function commandLine(argv: string[], isDevelopment: boolean): string[] | undefined {
  const words = afterSwitches(argv.slice(1))
  const args = isDevelopment ? afterSwitches(words.slice(1)) : words
  return commandNames.some((name) => name === args[0]) ? args : undefined
}

function afterSwitches(args: string[]): string[] {
  const first = args.findIndex((argument) => !argument.startsWith('-'))
  return first === -1 ? [] : args.slice(first)
}
