import type { WriteError } from '../../shared/ipc'

const kinds: Record<string, WriteError['kind']> = {
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  ENOENT: 'missingFolder',
  ENOTDIR: 'missingFolder',
  // A stick pulled out, a share that no longer answers.
  ENODEV: 'missingFolder',
  ENXIO: 'missingFolder',
  ESTALE: 'missingFolder',
  EHOSTDOWN: 'missingFolder',
  EHOSTUNREACH: 'missingFolder',
  ENETUNREACH: 'missingFolder',
  ENOTCONN: 'missingFolder',
  ETIMEDOUT: 'missingFolder',
  ENAMETOOLONG: 'pathTooLong',
  EBUSY: 'inUse',
  ETXTBSY: 'inUse',
}

/** The operating system's error code of a failed file operation, '' where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/** Windows takes no longer path from most programs, and says only that there is no such file. */
const longestOnWindows = 259

/** What the clerk can be told about a failed write to `path`. */
export function writeErrorKind(error: unknown, path = '', platform = process.platform): WriteError['kind'] {
  const kind = kinds[errorCode(error)] ?? 'unwritable'
  const mayBeLong = kind === 'missingFolder' || kind === 'unwritable'
  return platform === 'win32' && mayBeLong && path.length > longestOnWindows ? 'pathTooLong' : kind
}
