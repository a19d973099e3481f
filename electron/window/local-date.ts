/** The calendar day where the clerk is, ISO: at eight in the morning in China it is still yesterday in UTC. */
export function localDate(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`
}
