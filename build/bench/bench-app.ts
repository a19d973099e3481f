import { prepareWindow } from '../scripts/prepare-window'
import { coldStartLines, measureColdStart } from './cold-start'
import { keyToCommitLines, measureKeyToCommit } from './key-to-commit'

// `npm run bench:app`, after `npm run build`: how fast the real window is, on this machine, in one run.

const RUNS = 20

const closeDisplay = await prepareWindow()
try {
  const lines = [
    ...coldStartLines(await measureColdStart(RUNS)),
    ...keyToCommitLines(await measureKeyToCommit(RUNS)),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
} finally {
  closeDisplay()
}
