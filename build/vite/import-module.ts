import { join } from 'node:path'
import { createServer, runnerImport } from 'vite'
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

/** The same for modules that import others while they work: theirs are there until `close` is called. */
export async function openModules(): Promise<{
  load<Module>(path: string): Promise<Module>
  close(): Promise<void>
}> {
  const server = await createServer({
    root,
    configFile: false,
    envDir: false,
    logLevel: 'warn',
    plugins: [validatorPlugin()],
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  })
  return {
    load: async <Module>(path: string) => (await server.ssrLoadModule(join(root, path))) as Module,
    close: () => server.close(),
  }
}
