import type { WriteError } from '../../shared/ipc'

const kinds: Record<string, WriteError['kind']> = {
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  ENOENT: 'missingFolder',
  ENOTDIR: 'missingFolder',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
}

/** The operating system's error code of a failed file operation, '' where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** What the clerk can be told about a failed write. */
export function writeErrorKind(error: unknown): WriteError['kind'] {
  return kinds[errorCode(error)] ?? 'unwritable'
}
