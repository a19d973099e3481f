import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'
import { validatorPlugin } from '../../vite/validator-plugin'
import { type Part, readLabelledSet } from './labelled-set'
import type { Score } from './scoring'

// `npm run bench:text`: how well figures in prose that disagree with the tables are found, on both parts of the
// labelled set. `-- --list` tells each reading that differs from its label, of the building part only: nobody reads
// the measured one.

const file = fileURLToPath(new URL('scoring.ts', import.meta.url))
const { module } = await runnerImport<typeof import('./scoring')>(file, {
  configFile: false,
  plugins: [validatorPlugin()],
})

const parts: Part[] = ['building', 'measured']
for (const part of parts) {
  const score = module.scoreOf(readLabelledSet(part))
  process.stdout.write(`${linesOf(part, score).join('\n')}\n`)
  if (part === 'building' && process.argv.includes('--list'))
    process.stdout.write(`${score.lines.map((line) => `    ${line}`).join('\n')}\n`)
}

function linesOf(part: Part, score: Score): string[] {
  const right = score.findings - score.falseAlarms
  return [
    `${part}: ${score.reports} reports, ${score.sentences} sentences, ${score.contradictions} contradictions`,
    `  recall ${percent(score.found, score.contradictions)} (${score.found} found; goal 95 %)`,
    `  precision ${percent(right, score.findings)} (${score.findings} findings; goal 98 %)`,
    `  false alarms per report ${(score.falseAlarms / Math.max(1, score.reports)).toFixed(2)} (goal 0.10)`,
    `  agreeing figures tied to their cells ${percent(score.agreed, score.agreeing)}; asked to be checked ${score.asked}`,
    `  false alarms by rule ${byRule(score.alarmsByRule)}; missed by rule ${byRule(score.missedByRule)}`,
  ]
}

function byRule(counts: Record<string, number>): string {
  const rules = Object.entries(counts).sort(([one], [other]) => one.localeCompare(other))
  return rules.map(([rule, count]) => `${rule}: ${count}`).join(', ') || 'none'
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'n/a' : `${((part / whole) * 100).toFixed(1)} %`
}
