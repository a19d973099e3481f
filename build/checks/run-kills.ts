import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KillTally, killRounds } from '../../electron/e2e/support/kill-rounds'
import { removeFolder } from '../../electron/e2e/support/launch'
import { newDraft } from '../../shared/draft/new-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { proposeFormat } from '../../shared/format/formats'
import { root } from '../scripts/paths'

/** Kills the app so many times, half of them on a draft with a file; true: nothing was damaged or lost. */
export async function runKills(
  kills: number,
  seed: number,
  report: (line: string) => void,
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  try {
    const file = join(folder, '年报.nianbao')
    const empty = newDraft({ format: proposeFormat(2025), year: 2025, scope: 'organ' })
    writeFileSync(file, writeDraft(empty))
    const app = copyApp(join(folder, 'app'))
    let isSafe = true
    for (const one of [file, undefined]) {
      const name = one === undefined ? 'draft without a file' : 'draft with a file'
      const tally = await killRounds({
        kills: Math.ceil(kills / 2),
        profile: mkdtempSync(join(folder, 'profile-')),
        file: one,
        root: app,
        random: generator(seed),
        onRound: (so) => {
          if (so.kills % 50 === 0) report(line(name, so))
        },
      })
      report(line(name, tally))
      isSafe &&= tally.damaged + tally.lostAcknowledged + tally.lostOlder === 0
    }
    return isSafe
  } finally {
    removeFolder(folder)
  }
}

/** The run takes most of an hour: a build meanwhile must not change what is being killed. */
function copyApp(to: string): string {
  const isLeftOut = (path: string) => /out[\\/](shots|demo|pages)$/.test(path)
  cpSync(join(root, 'out'), join(to, 'out'), { recursive: true, filter: (path) => !isLeftOut(path) })
  cpSync(join(root, 'package.json'), join(to, 'package.json'))
  return to
}

function line(name: string, tally: KillTally): string {
  return [
    `${name}: ${tally.kills} kills`,
    `damaged files ${tally.damaged}`,
    `lost acknowledged changes ${tally.lostAcknowledged}`,
    `lost changes older than a second ${tally.lostOlder}`,
    `characters lost with the last second ${tally.lostCharacters}`,
    `offered for a choice ${tally.offered}`,
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
