import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { StyleVariant } from '../../../shared/compose/style-variant'
import { ok } from '../../../shared/result'
import { deskWithReport, refused } from '../../desk/desk-world'
import { openWindow } from '../../shell/open-window'

/** The export step with its 版式 unfolded. */
async function openStyle(office: { style: StyleVariant; fault?: string } = { style: {} }) {
  const world = await deskWithReport()
  world.answer('style:office', () => office)
  world.desk.goToStep('export')
  const user = await openWindow(world)
  await user.click(await screen.findByText(/^版式：/))
  return { world, user, kept: () => world.askedFor('style:keep').map(({ style }) => style) }
}
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const fontField = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name })

test('nothing set is the standard, and says so', async () => {
  await openStyle()
  expect(screen.getByText('版式：按国家标准（GB/T 9704—2012）')).toBeTruthy()
  expect([field('行距（磅）').value, field('行距（磅）').placeholder]).toEqual(['', '28.95'])
  expect(screen.getByText('每页 22 行')).toBeTruthy()
})

test('a pitch is kept when the caret leaves it, and the pages are made anew', async () => {
  const { world, user, kept } = await openStyle()
  await world.desk.pagesOf(world.draft())
  const before = world.askedFor('report:preview').length
  await user.type(field('行距（磅）'), '30')
  expect(kept()).toEqual([])
  await user.tab()
  expect(kept()).toEqual([{ linePitch: 30 }])
  expect(await screen.findByText('每页 21 行')).toBeTruthy()
  await world.desk.pagesOf(world.draft())
  expect(world.askedFor('report:preview').length).toBeGreaterThan(before)
})

test.each(['28磅', '5', '1e9', '-'])(
  'a pitch of “%s” is refused with the reason, nothing is kept',
  async (text) => {
    const { user, kept } = await openStyle()
    await user.type(field('行距（磅）'), `${text}{enter}`)
    expect(kept()).toEqual([])
    expect(screen.getByText('行距要在 20 到 40 磅之间。')).toBeTruthy()
  },
)

test('page number and fonts are chosen, and the standard’s come back', async () => {
  const { user, kept } = await openStyle()
  await user.selectOptions(screen.getByRole('combobox', { name: '页码样式' }), '-1-')
  await user.type(fontField('页码字体'), '仿宋{enter}')
  expect(kept().at(-1)).toEqual({
    pageNumber: { before: '-', after: '-' },
    text: { pageNumber: { font: '仿宋', latinFont: '仿宋' } },
  })
  await user.click(screen.getByRole('button', { name: '恢复国家标准' }))
  expect(kept().at(-1)).toEqual({})
  expect(fontField('页码字体').value).toBe('')
})

test('a settings file that cannot be used is named, and the standard holds', async () => {
  await openStyle({ style: {}, fault: '内容不是 JSON' })
  expect(screen.getByText(/^版式设置文件（style.json）不能用：内容不是 JSON。现在按国家标准排/)).toBeTruthy()
})

test('settings that cannot be written are said to be so', async () => {
  const { world, user } = await openStyle()
  world.answer('style:keep', () => refused('readOnly'))
  await user.type(field('行距（磅）'), '28{enter}')
  expect(await screen.findByText('设置没有保存成。请再试一次。')).toBeTruthy()
})

test('the great table is turned for this report alone, and turned back by undo', async () => {
  const { world, user, kept } = await openStyle()
  await user.click(screen.getByRole('radio', { name: '横放' }))
  expect(world.draft().style).toEqual({ table: { landscape: { tables: ['t3'] } } })
  expect(kept()).toEqual([])
  world.desk.undo()
  expect(world.draft().style).toBeUndefined()
})

test('a report may stand upright where the office turns its tables', async () => {
  const { world, user } = await openStyle({ style: { table: { landscape: { tables: ['t3'] } } } })
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '横放' }).checked).toBe(true)
  await user.click(screen.getByRole('radio', { name: '竖放' }))
  expect(world.draft().style).toEqual({ table: { landscape: { tables: [] } } })
})

test('an office’s font that is missing is named with what stands in for it', async () => {
  const world = await deskWithReport()
  world.answer('style:office', () => ({ style: { text: { body: { font: '方正仿宋_GBK' } } } }))
  world.answer('fonts:installed', () => ['仿宋'])
  world.answer('style:keep', ({ style }) => ok({ style }))
  world.desk.goToStep('export')
  const user = await openWindow(world)
  await user.click(await screen.findByText('这台电脑缺少公文用的字体'))
  expect(await screen.findByText('没有“方正仿宋_GBK”，用“仿宋”代替。')).toBeTruthy()
})
