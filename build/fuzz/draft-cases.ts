import { sample } from 'fast-check'
import { sampleDrafts } from '../../electron/e2e/support/sample-drafts'
import type { Draft } from '../../shared/draft/draft'
import { arbitraryDraft } from '../../shared/draft/draft-arbitrary'
import { parseDraft } from '../../shared/draft/parse-draft'
import { writeDraft } from '../../shared/draft/write-draft'
import { formats } from '../../shared/format/formats'
import { mutateBytes, mutateValues } from './mutate-draft'
import { type Random, random } from './random'

/** Cases that share the generated drafts they are mutated from. */
const block = 5000

const samples = sampleDrafts.map(({ draft }) => writeDraft(draft))

let made: { key: string; texts: string[] } = { key: '', texts: [] }

/** Mostly a generated draft, at times one of the samples, which are longer. */
function startingText(seed: number, index: number, chance: Random): string {
  return chance.pick(chance.chance(0.02) ? samples : generatedTexts(seed, index))
}

function generatedTexts(seed: number, index: number): string[] {
  const number = Math.floor(index / block)
  const key = `${seed} ${number}`
  if (made.key !== key) {
    const chance = random(seed, number, 1)
    const own = chance.below(2 ** 31)
    const generated = formats.flatMap((format) => sample(arbitraryDraft(format), { numRuns: 40, seed: own }))
    made = {
      key,
      texts: generated.map((draft) => writeDraft(chance.chance(0.1) ? draft : thinned(draft, chance))),
    }
  }
  return made.texts
}

/** Most of a draft left out: a million cases of full length would take a day, and one part breaks as well alone. */
function thinned(draft: Draft, chance: Random): Draft {
  const some = <Value>(parts: Record<string, Value>, share: number) =>
    Object.fromEntries(Object.entries(parts).filter(() => chance.chance(share)))
  return {
    ...draft,
    figures: some(draft.figures, 0.1),
    prose: some(draft.prose, 0.3),
    waivers: draft.waivers.slice(0, 1),
    images: some(draft.images, 0.3),
  }
}

/** The bytes of case `index` of a run: a generated draft, or one that was mutated. The same ones each time. */
export function draftCase(seed: number, index: number): Buffer {
  const chance = random(seed, index)
  const text = startingText(seed, index, chance)
  if (chance.chance(0.02)) return Buffer.from(text)
  if (chance.chance(0.8)) return Buffer.from(mutateValues(text, chance))
  return mutateBytes(encoded(text, chance), chance)
}

/** The text of case `index` as a draft whose values were changed here and there, and that is still one. */
export function changedDraft(seed: number, index: number): string {
  const chance = random(seed, index)
  for (let tries = 0; tries < mostTries; tries++) {
    const text = mutateValues(startingText(seed, index, chance), chance)
    if (parseDraft(text, '').ok) return text
  }
  return startingText(seed, index, chance)
}

const mostTries = 20

function encoded(text: string, chance: Random): Buffer {
  if (chance.chance(0.05)) return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (chance.chance(0.05)) return Buffer.from(text, 'latin1')
  return Buffer.from(text)
}
