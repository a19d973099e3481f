/** Relative widths as whole twips that add up to the total exactly; rounding is carried from column to column. */
export function columnWidths(relative: number[], total: number): number[] {
  const whole = sum(relative)
  const edges = relative.map((_, index) => Math.round((sum(relative.slice(0, index + 1)) / whole) * total))
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
