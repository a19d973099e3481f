import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../scripts/paths'

// `npm run test:findings`: the findings after each of 5,000 random edits, pastes, undos and redos; the usual tests try
// fewer of them.

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const file = 'renderer/desk/shown-again.test.ts'
const run = spawnSync(process.execPath, [vitest, 'run', '--project', 'renderer', file], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, EDITS: '5000' },
})
process.exitCode = run.status ?? 1
