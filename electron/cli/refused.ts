/** The command cannot be carried out: said on standard error, line by line, and nothing is written (exit code 2). */
export class Refused extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join('\n'))
  }
}

export function refuse(...lines: string[]): never {
  throw new Refused(lines)
}
