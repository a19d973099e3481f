import { join } from 'node:path'
import { runnerImport } from 'vite'
import { root } from '../scripts/paths'
import { validatorPlugin } from './validator-plugin'

/**
 * Imports a module of the app into a script. Plain Node cannot: the app's modules import schemas as validators and
 * take in every format file by its pattern, which Vite alone understands.
 *
 * @param path from the project's folder
 */
export async function importModule<Module>(path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(root, path), {
    root,
    configFile: false,
    envDir: false,
    plugins: [validatorPlugin()],
  })
  return module
}
