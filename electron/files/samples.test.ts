import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readDraft } from './read-draft'
import { listSamples, samplePath } from './samples'

const folder = fileURLToPath(new URL('../../templates/samples', import.meta.url))

test('every sample listed opens', async () => {
  const samples = await listSamples(folder)
  expect(samples.length).toBeGreaterThan(0)
  for (const { id } of samples) {
    const path = await samplePath(folder, id)
    expect(await readDraft(path ?? ''), id).toMatchObject({ ok: true })
  }
})

test.each(['../recent', '', 'samples', '/etc/passwd'])('there is no sample %o', async (id) => {
  expect(await samplePath(folder, id)).toBeUndefined()
})

test('an app without samples lists none', async () => {
  expect(await listSamples('/nowhere')).toEqual([])
})
