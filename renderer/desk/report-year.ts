/** The report year at a date: from October on offices prepare this year's report, before that last year's. */
export function proposeYear(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return month >= 10 ? year : year - 1
}

/** Years to choose from, newest first: the first official format (2019) to the year now running. */
export function reportYears(today: string, chosen: number): number[] {
  const newest = Math.max(Number(today.split('-')[0]), chosen)
  const oldest = Math.min(2019, chosen)
  return Array.from({ length: newest - oldest + 1 }, (_, index) => newest - index)
}
