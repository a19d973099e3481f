import { spawnSync } from 'node:child_process'

const candidates = ['python3', '/usr/bin/python3', '/usr/local/bin/python3', '/opt/homebrew/bin/python3']

/**
 * The Python that has python-docx, the reader of Word files that is not our own. The first python3 of the
 * PATH is often another one than that of the Debian package. Undefined if there is none.
 */
export function pythonWithDocx(): string | undefined {
  return pythonWith('docx')
}

/** The Python LibreOffice can be driven with. Undefined if there is none. */
export function pythonWithUno(): string | undefined {
  return pythonWith('uno')
}

function pythonWith(module: string): string | undefined {
  return candidates.find((python) => spawnSync(python, ['-c', `import ${module}`]).status === 0)
}
