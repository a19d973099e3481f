import { proseSlots } from '../../format/slots'
import type { Block, Draft, Publisher } from '../draft'
import { placeName } from '../place-name'
import { type Collection, unreadableSign } from './collection'
import { inside, type Member, members, memberValue } from './members'
import { salvageFigures } from './salvage-figures'

/** Takes of one top-level part what can be proven, and names the rest. */
export function takePart(to: Collection, key: string, member: Member): void {
  // Figures and prose are looked at line by line even where they parse: their order and place prove them too.
  if (key === 'figures') takeFigures(to, member)
  else if (key === 'prose') takeProse(to, member)
  else if (!takeWhole(to, key, member)) takePieces(to, key, member)
}

function takeWhole(to: Collection, key: string, member: Member): boolean {
  const value = memberValue(member)
  return value !== undefined && to.put({ [key]: value })
}

function takePieces(to: Collection, key: string, member: Member): void {
  switch (key) {
    case 'publisher':
      takePublisher(to, member)
      break
    case 'waivers':
      takeWaivers(to, member)
      break
    case 'chapterTitles':
    case 'images':
    case 'signature':
    case 'carried':
    case 'proseChoices':
      takeMembers(to, key, member, (inner, value) =>
        to.put({ [key]: { ...to.draft()[key], [inner]: value } }),
      )
      break
    default:
      // A garbled key has no name the clerk would know.
      if (placeName([key]).startsWith('“')) to.loseNamed('文件中的一处')
      else to.lose([key])
  }
}

function takeMembers(
  to: Collection,
  field: string,
  member: Member,
  take: (key: string, value: unknown) => boolean,
): void {
  const content = inside(member.lines)
  for (const one of members(content, 4)) {
    const value = memberValue(one)
    if (one.key === undefined) to.lose([field], '中的一处')
    else if (value === undefined || !take(one.key, value)) to.lose([field, one.key])
  }
  loseRest(to, content.ended, [field])
}

function loseRest(to: Collection, ended: boolean, path: string[]): void {
  if (!ended) to.lose(path, '的后半部分')
}

function takePublisher(to: Collection, member: Member): void {
  const read = new Set<string>()
  takeMembers(to, 'publisher', member, (key, value) => {
    read.add(key)
    return to.put({ publisher: { ...to.draft().publisher, [key]: value } as Publisher })
  })
  for (const key of ['name', 'kind']) if (!read.has(key)) to.lose(['publisher', key])
}

function takeFigures(to: Collection, member: Member): void {
  const content = inside(member.lines)
  const { figures, lost } = salvageFigures(to.format, members(content, 4))
  if (Object.keys(figures).length > 0) to.put({ figures })
  for (const place of lost) to.loseNamed(place)
  loseRest(to, content.ended, ['figures'])
}

function takeProse(to: Collection, member: Member): void {
  const slots = new Set<string>(proseSlots(to.format).map(({ slot }) => slot))
  const content = inside(member.lines)
  for (const slot of members(content, 4)) {
    if (slot.key === undefined || !slots.has(slot.key)) to.lose(['prose'], '中的一处')
    else takeBlocks(to, slot.key, slot)
  }
  loseRest(to, content.ended, ['prose'])
}

function takeBlocks(to: Collection, slot: string, member: Member): void {
  const content = inside(member.lines)
  for (const [index, one] of members(content, 6).entries()) {
    const path = ['prose', slot, String(index)]
    const block = memberValue(one) as Block | undefined
    if (block === undefined || !takeBlock(to, slot, block)) to.lose(path)
    else if (one.lines.join().includes(unreadableSign)) to.lose(path, `中的个别字，以 ${unreadableSign} 标出`)
  }
  loseRest(to, content.ended, ['prose', slot])
}

function takeBlock(to: Collection, slot: string, block: Block): boolean {
  const { prose } = to.draft()
  const blocks = [...(prose[slot] ?? []), block]
  return to.put({ prose: { ...prose, [slot]: blocks } }, { prose: { [slot]: [block] } })
}

function takeWaivers(to: Collection, member: Member): void {
  const content = inside(member.lines)
  for (const [index, one] of members(content, 4).entries()) {
    const waiver = memberValue(one) as Draft['waivers'][number]
    if (!to.put({ waivers: [...to.draft().waivers, waiver] }, { waivers: [waiver] }))
      to.lose(['waivers', String(index)])
  }
  loseRest(to, content.ended, ['waivers'])
}
