import { describe, expect, it } from 'vitest'
import type { Draft } from '../draft/draft'
import { newDraft } from '../draft/new-draft'
import { proposeFormat } from '../format/formats'
import { addEarlier, removeEarlier } from './add-earlier'
import { carryOver } from './carry-over'

function draftOf(year: number, granted: number): Draft {
  const publisher = { name: '甲局', kind: 'department' as const }
  const figures = { 't3.granted.legal': granted, 't3.carriedForward.legal': granted }
  return { ...newDraft({ format: proposeFormat(year), year, scope: 'organ', publisher }), figures }
}

const source = (year: number) => ({ name: `${year}.nianbao`, hash: 'a'.repeat(64) })
const add = (draft: Draft, ...years: number[]) =>
  years.reduce((to, year) => addEarlier(to, draftOf(year, year), source(year)), draft)
const yearsOf = ({ previous }: Draft) => [
  previous?.year,
  ...(previous?.earlier ?? []).map(({ year }) => year),
]

describe('reports of earlier years beside a draft', () => {
  const fresh = { ...draftOf(2025, 0), figures: {} }

  it.each([
    { added: [2024], stand: [2024] },
    { added: [2024, 2022, 2023], stand: [2024, 2023, 2022] },
    { added: [2022, 2024], stand: [2024, 2022] },
    { added: [2020, 2021, 2022, 2023, 2024], stand: [2024, 2023, 2022, 2021, 2020] },
    { added: [2024, 2023, 2022, 2021, 2020, 2019], stand: [2024, 2023, 2022, 2021, 2020] },
    { added: [2024, 2023, 2023], stand: [2024, 2023] },
  ])('$added stand newest first, five at most, one a year: $stand', ({ added, stand }) => {
    expect(yearsOf(add(fresh, ...added))).toEqual(stand)
  })

  it('each remembers its file', () => {
    const names = add(fresh, 2024, 2023).previous
    expect([names?.source?.name, names?.earlier?.[0]?.source?.name]).toEqual(['2024.nianbao', '2023.nianbao'])
  })

  it('only the report of the year before is carried from, and never over what was typed', () => {
    expect(add(fresh, 2023).figures).toEqual({})
    expect(add(fresh, 2023, 2024).figures).toEqual({ 't3.broughtForward.legal': 2024 })
    const typed = { ...fresh, figures: { 't3.broughtForward.legal': 3 } }
    expect(add(typed, 2024, 2023, 2022).figures).toEqual({ 't3.broughtForward.legal': 3 })
  })

  it('the same year chosen again carries nothing a second time', () => {
    const emptied = { ...add(fresh, 2024), figures: {} }
    expect(addEarlier(emptied, draftOf(2024, 9), source(2024)).figures).toEqual({})
  })

  it('a file that was chosen counts before what another file remembers of its year', () => {
    const chosen = add(fresh, 2024, 2022)
    const remembering = carryOver(draftOf(2022, 7), { year: 2023, source: source(2022) })
    const both = addEarlier(chosen, remembering, source(2023))
    expect(both.previous?.earlier?.find(({ year }) => year === 2022)?.figures['t3.granted.legal']).toBe(2022)
  })

  it('one is taken away and the others stay', () => {
    expect(yearsOf(removeEarlier(add(fresh, 2024, 2023, 2022), 2023))).toEqual([2024, 2022])
    expect(yearsOf(removeEarlier(add(fresh, 2024, 2023), 2024))).toEqual([2024, 2023])
  })
})
