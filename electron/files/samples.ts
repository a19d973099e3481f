import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { titleOnOneLine } from '../../shared/compose/title'
import type { Draft } from '../../shared/draft/draft'
import type { Sample } from '../../shared/ipc'
import { errorCode } from './write-error'

const ending = '.nianbao'

/** The samples shipped with the app in `folder`. They were checked when it was built. */
export async function listSamples(folder: string): Promise<Sample[]> {
  const names = await sampleNames(folder)
  return Promise.all(
    names.map(async (name) => {
      const draft: Draft = JSON.parse(await readFile(join(folder, name), 'utf8'))
      return { id: name.slice(0, -ending.length), title: titleOnOneLine(draft) }
    }),
  )
}

/** The file of a sample; undefined: there is none of this id. */
export async function samplePath(folder: string, id: string): Promise<string | undefined> {
  const name = (await sampleNames(folder)).find((known) => known === id + ending)
  return name === undefined ? undefined : join(folder, name)
}

async function sampleNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
