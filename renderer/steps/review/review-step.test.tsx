import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { deskWithReport } from '../../desk/desk-world'
import { cellPlace, slotPlace } from '../../desk/place'
import { setFigures } from '../../desk/repair'
import { openWindow } from '../../shell/open-window'

async function openReview(figures: Record<string, number | string>) {
  const world = await deskWithReport()
  world.desk.edit({ kind: 'once', place: cellPlace('3', '') }, (draft) => {
    setFigures(draft, figures)
    draft.publisher.name = '某某区人民政府'
    for (const slot of ['1', '5', '6'])
      draft.prose[slot] = [{ kind: 'paragraph', text: [{ kind: 'text', text: '有文字。' }] }]
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
