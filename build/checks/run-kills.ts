import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KillTally, killRounds, noKills } from '../../electron/e2e/support/kill-rounds'
import { removeFolder } from '../../electron/e2e/support/launch'
import { newDraft } from '../../shared/draft/new-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { copyApp } from './copy-app'

/** Windows that are killed side by side: most of a round is waiting. */
const lanes = 4

/** Kills the app so many times, half of them on a draft with a file; true: nothing was damaged or lost. */
export async function runKills(
  kills: number,
  seed: number,
  report: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  const root = copyApp(join(folder, 'app'))
  const run = async (lane: number) => {
    const file = lane % 2 === 0 ? writeEmptyDraft(mkdtempSync(join(folder, 'files-'))) : undefined
    const name = `lane ${lane + 1}, ${file === undefined ? 'drafts without a file' : 'a draft with a file'}`
    const tally = await killRounds({
      kills: Math.floor(kills / lanes) + (lane < kills % lanes ? 1 : 0),
      profile: mkdtempSync(join(folder, 'profile-')),
      file,
      root,
      random: generator(seed + lane),
      onRound: (so) => {
        if (so.kills % 25 === 0) report(line(name, so))
      },
      onRestart: (why) => report(`${name}: started again, ${why}`),
    })
    report(line(name, tally))
    return { file, tally }
  }
  try {
    const done = await Promise.all(Array.from({ length: lanes }, (_, lane) => run(lane)))
    const of = (isNamed: boolean) =>
      done.filter(({ file }) => (file !== undefined) === isNamed).map(({ tally }) => tally)
    report(line('with a file', sum(of(true))))
    report(line('without a file', sum(of(false))))
    const all = sum(done.map(({ tally }) => tally))
    report(line('all', all))
    return all.damaged + all.lostAcknowledged + all.lostOlder + all.replacedUnasked === 0
  } finally {
    removeFolder(folder)
  }
}

function writeEmptyDraft(folder: string): string {
  const file = join(folder, '年报.nianbao')
  const empty = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
  writeFileSync(file, writeDraft(empty))
  return file
}

function sum(tallies: KillTally[]): KillTally {
  const total = { ...noKills }
  for (const tally of tallies)
    for (const key of Object.keys(total) as (keyof KillTally)[]) total[key] += tally[key]
  return total
}

function line(name: string, tally: KillTally): string {
  return [
    `${name}: ${tally.kills} kills`,
    `damaged files ${tally.damaged}`,
    `lost acknowledged changes ${tally.lostAcknowledged}`,
    `lost changes older than a second ${tally.lostOlder}`,
    `characters lost with the last second ${tally.lostCharacters}`,
    `offered for a choice ${tally.offered}`,
    `files replaced unasked ${tally.replacedUnasked}`,
    `starts tried again ${tally.restarts}`,
  ].join(', ')
}

/** The same numbers from 0 to 1 for the same seed: mulberry32. */
function generator(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}
