import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shrink } from './shrink'

/** One kind of case: how the nth comes about and what is done with it. */
export interface CaseKind {
  name: string
  make(seed: number, index: number): Buffer
  /** What became of the case; throws where a promise is broken. */
  attempt(bytes: Buffer): Promise<string>
}

export interface CaseRun {
  /** How often each thing became of a case. */
  counts: Record<string, number>
  failures: Failure[]
  slowest: { index: number; milliseconds: number }
}

export interface Failure {
  index: number
  message: string
  /** The smallest case found that fails the same way. */
  bytes: Buffer
}

/** Longer than this is a hang to a clerk; milliseconds. A busy machine may pause a case, so it has a second try. */
const patience = 5000

/** More failures than this have one cause or two: the run stops. */
const mostFailures = 10

/** Tries the cases from `first` on, `count` of them. */
export async function runCases(
  kind: CaseKind,
  seed: number,
  first: number,
  count: number,
  onProgress: (done: number) => void = () => {},
): Promise<CaseRun> {
  const run: CaseRun = { counts: {}, failures: [], slowest: { index: first, milliseconds: 0 } }
  for (let index = first; index < first + count && run.failures.length < mostFailures; index++) {
    const bytes = kind.make(seed, index)
    const started = performance.now()
    const outcome = await outcomeOf(kind, bytes)
    const milliseconds = performance.now() - started
    if (milliseconds > run.slowest.milliseconds) run.slowest = { index, milliseconds }
    const isSlow = milliseconds > patience && (await timeOf(kind, bytes)) > patience
    const broken = 'broken' in outcome ? outcome.broken : isSlow ? 'takes too long' : undefined
    if (broken === undefined) {
      const name = 'became' in outcome ? outcome.became : ''
      run.counts[name] = (run.counts[name] ?? 0) + 1
    } else
      run.failures.push({
        index,
        message: broken,
        bytes: isSlow ? bytes : await smallest(kind, bytes, broken),
      })
    if ((index + 1 - first) % 1000 === 0) onProgress(index + 1 - first)
  }
  return run
}

type Outcome = { became: string } | { broken: string }

async function outcomeOf(kind: CaseKind, bytes: Buffer): Promise<Outcome> {
  try {
    return { became: await kind.attempt(bytes) }
  } catch (error) {
    return { broken: error instanceof Error ? error.message : String(error) }
  }
}

async function timeOf(kind: CaseKind, bytes: Buffer): Promise<number> {
  const started = performance.now()
  await outcomeOf(kind, bytes)
  return performance.now() - started
}

function smallest(kind: CaseKind, bytes: Buffer, message: string): Promise<Buffer> {
  return shrink(bytes, async (shorter) => {
    const outcome = await outcomeOf(kind, shorter)
    return 'broken' in outcome && withoutNumbers(outcome.broken) === withoutNumbers(message)
  })
}

/** The same failure at another place of the file is the same failure. */
function withoutNumbers(message: string): string {
  return message.replace(/\d+/g, '')
}

/** Leaves the smallest failing cases where they can be looked at, and says how to have them again. */
export function reportFailures(
  kind: CaseKind,
  seed: number,
  { failures }: CaseRun,
  folder: string,
): string[] {
  if (failures.length > 0) mkdirSync(folder, { recursive: true })
  return failures.map(({ index, message, bytes }) => {
    const path = join(folder, `${kind.name}-${seed}-${index}`)
    writeFileSync(path, bytes)
    return `${message}\n  again: npm run fuzz -- ${kind.name} 1 ${seed} ${index}   smallest: ${path}`
  })
}
