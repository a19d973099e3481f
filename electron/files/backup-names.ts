/** How many versions of a report are kept. */
export const mostBackups = 20

const pattern = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})\.(\d{3})Z\.nianbao$/

/** A file name every system accepts, by which versions sort; a little later where one of that moment is there. */
export function backupName(time: Date, there: string[]): string {
  const name = `${time.toISOString().replaceAll(':', '')}.nianbao`
  return there.includes(name) ? backupName(new Date(time.getTime() + 1), there) : name
}

/** When a version was put away, ISO; undefined: the file is none. */
export function backupTime(name: string): string | undefined {
  const match = pattern.exec(name)
  if (!match) return undefined
  const [, date, hours, minutes, seconds, milliseconds] = match
  return `${date}T${hours}:${minutes}:${seconds}.${milliseconds}Z`
}

/** The versions that have to go: all but the newest. */
export function surplusBackups(names: string[], most = mostBackups): string[] {
  return [...names].sort().slice(0, Math.max(0, names.length - most))
}
