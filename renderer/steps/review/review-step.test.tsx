import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { deskWithReport } from '../../desk/desk-world'
import { cellPlace, slotPlace } from '../../desk/place'
import { setFigures } from '../../desk/repair'
import { openWindow } from '../../shell/open-window'

/** Text that leaves the check nothing to say. */
const prose = {
  1: '主动公开信息12条，网站改版；没有收到公开申请；严格发布审核；开展工作考核和社会评议，没有需要责任追究的情形。',
  5: '社区一级的信息还没有纳入公开范围，已经编制目录。',
  6: '没有收取信息处理费。',
}

async function openReview(figures: Record<string, number | string>) {
  const world = await deskWithReport()
  world.desk.edit({ kind: 'once', place: cellPlace('3', '') }, (draft) => {
    setFigures(draft, figures)
    draft.publisher.name = '某某区人民政府'
    for (const [slot, text] of Object.entries(prose))
      draft.prose[slot] = [{ kind: 'paragraph', text: [{ kind: 'text', text }] }]
  })
  world.desk.goToStep('review')
  return { world, user: await openWindow(world) }
}

test('what is left is counted, and a line leads to its cell', async () => {
  const { world, user } = await openReview({ 't3.granted.total': '六十' })
  expect(screen.getByText('还差 4 处即可报送')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^表三（一）予以公开·总计：填“六十”/ }))
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('三、收到和处理政府信息公开申请情况')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('表三（一）予以公开·总计')
  expect(world.desk.store.getState().session.focus).toEqual({ kind: 'cell', cell: 't3.granted.total' })
})

test('zeros for the blanks make it ready, and one undo takes them back', async () => {
  const { world, user } = await openReview({ 't4.review.upheld': 1 })
  const before = world.draft().figures
  await user.click(screen.getByRole('button', { name: '空白格全部补 0' }))
  expect(screen.getByText('可以报送')).toBeTruthy()
  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft().figures).toEqual(before)
  expect(screen.getByText('还差 3 处即可报送')).toBeTruthy()
})

test('a doubtful telephone number is shown and does not hold the report up', async () => {
  const { world, user } = await openReview({ 't4.review.upheld': 1 })
  await user.click(screen.getByRole('button', { name: '空白格全部补 0' }))
  world.desk.edit({ kind: 'once', place: slotPlace('1', '1') }, ({ publisher }) => {
    publisher.phone = '12'
  })
  expect(await screen.findByText(/另有 1 处请核对，不影响报送/)).toBeTruthy()
})

test('a finding is kept with a reason, stays kept, and can be taken back; undo restores either', async () => {
  const { world, user } = await openReview({ 't4.review.upheld': 1, 't4.review.total': 2 })
  await user.click(screen.getByRole('button', { name: '空白格全部补 0' }))
  const message = /表四·行政复议·总计：填 2，四类结果合计 1。/
  expect(screen.getByText('还差 1 处即可报送')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: new RegExp(`^保留并说明：${message.source}`) }))
  await user.keyboard('以法院统计为准{Enter}')
  expect(screen.getByText('可以报送')).toBeTruthy()
  expect(screen.getByRole('region', { name: /已保留的/ }).textContent).toContain('已保留：以法院统计为准')
  expect(screen.getByText(/勾稽关系有 1 处不平，已写明理由/)).toBeTruthy()
  expect(screen.getByText('勾稽 1 处已保留')).toBeTruthy()
  expect(world.draft().waivers).toHaveLength(1)

  await user.keyboard('{Control>}z{/Control}')
  expect(world.draft().waivers).toEqual([])
  await user.keyboard('{Control>}y{/Control}')
  await user.click(screen.getByRole('button', { name: /^取消保留/ }))
  expect(world.draft().waivers).toEqual([])
  expect(screen.getByText('还差 1 处即可报送')).toBeTruthy()
})

test('a finding is not kept without a reason, and Escape leaves it as it was', async () => {
  const { world, user } = await openReview({ 't4.review.upheld': 1, 't4.review.total': 2 })
  await user.click(screen.getByRole('button', { name: /^保留并说明：表四·行政复议/ }))
  await user.keyboard('  {Enter}')
  expect(world.draft().waivers).toEqual([])
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('textbox', { name: '保留的理由' })).toBeNull()
})

test('filters show one kind or one chapter, and everything again', async () => {
  const { user } = await openReview({ 't4.review.upheld': 1, 't4.review.total': 2 })
  const groups = () => screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)
  expect(groups()).toEqual(['要改正的1', '还没有填的3', '勾稽核对表'])
  await user.click(screen.getByRole('button', { name: /^还没有填的/ }))
  expect(groups()).toEqual(['还没有填的3', '勾稽核对表'])
  await user.selectOptions(screen.getByRole('combobox', { name: '只看哪一章' }), '4')
  expect(groups()).toEqual(['还没有填的1', '勾稽核对表'])
  await user.click(screen.getByRole('button', { name: /^全部 \d/ }))
  expect(groups()).toEqual(['要改正的1', '还没有填的1', '勾稽核对表'])
})

test('F8 begun in the review goes through blanks and text too, and the words are selected', async () => {
  const { world, user } = await openReview({})
  world.desk.edit({ kind: 'once', place: slotPlace('1', '1') }, (draft) => {
    draft.prose['1'] = [
      { kind: 'paragraph', text: [{ kind: 'text', text: `${prose[1]}国办函[2020]109号。` }] },
    ]
  })
  const targets: unknown[] = []
  for (let press = 0; press < 4; press++) {
    await user.keyboard('{F8}')
    targets.push(world.desk.store.getState().session.request?.place)
  }
  const start = prose[1].length + 3
  expect(targets).toMatchObject([
    { step: '1', target: { kind: 'slot', slot: '1', range: { start, end: start + 10 } } },
    { step: '2', target: { kind: 'cell' } },
    { step: '3', target: { kind: 'cell' } },
    { step: '4', target: { kind: 'cell' } },
  ])
})

test('the check sheet is made of the draft as it stands and named after the report', async () => {
  const { world, user } = await openReview({ 't4.review.upheld': 1 })
  world.answer('checkSheet:export', ({ draft, formats }) => {
    expect([draft, formats]).toEqual([world.draft(), ['docx']])
    return { ok: true, value: [{ handle: 'w', format: 'docx', name: '勾稽核对表.docx' }] }
  })
  await user.click(screen.getByRole('button', { name: '导出 Word' }))
  expect(screen.getByText('勾稽核对表.docx')).toBeTruthy()
  expect(world.askedFor('checkSheet:export')[0]?.suggestedName).toBe(
    '勾稽核对表（某某区人民政府2025年政府信息公开工作年度报告）',
  )
})
