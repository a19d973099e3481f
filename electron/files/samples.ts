import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Sample } from '../../shared/ipc'
import { errorCode } from './write-error'

/** An entry of samples.json: what the clerk reads on the home screen, and the draft's file beside it. */
interface ListedSample extends Sample {
  file: string
}

/** The samples shipped with the app in `folder`, in the order of the list beside them. */
export async function listSamples(folder: string): Promise<Sample[]> {
  return (await readList(folder)).map(({ id, title }) => ({ id, title }))
}

/** The file of a sample; undefined: there is none of this id. */
export async function samplePath(folder: string, id: string): Promise<string | undefined> {
  const sample = (await readList(folder)).find((listed) => listed.id === id)
  return sample && join(folder, basename(sample.file))
}

async function readList(folder: string): Promise<ListedSample[]> {
  try {
    return JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8'))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}
