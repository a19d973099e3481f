import { screen, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { type DeskWorld, deskWithFile, deskWithReport, refused } from '../desk/desk-world'
import { cellPlace } from '../desk/place'
import { setFigures } from '../desk/repair'
import { fetchProseEditor } from '../steps/chapter/prose-slot'
import { openWindow } from './open-window'

// The window fetches it ahead too; how long that takes is not what these tests ask.
beforeAll(async () => {
  await fetchProseEditor()
})

const rail = () => within(screen.getByRole('navigation', { name: '填报步骤' }))
const panel = () => within(screen.getByRole('complementary'))
const cell = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

async function openChapterThree(world: DeskWorld) {
  world.desk.goToStep('3')
  return openWindow(world)
}

test('the rail names every step with its state and says where the clerk is', async () => {
  const user = await openWindow(await deskWithReport())
  expect(rail().getByRole('button', { current: 'step' }).textContent).toContain('基本信息')
  await user.click(rail().getByRole('button', { name: /四、复议和诉讼/ }))
  expect(rail().getByRole('button', { current: 'step' }).textContent).toContain('四、复议和诉讼')
  expect(screen.getByRole('heading', { level: 1 })).toBe(document.activeElement)
  expect(rail().getAllByRole('button', { name: /未填$/ })).toHaveLength(9)
})

test('Ctrl+PageDown and Ctrl+PageUp walk through the steps', async () => {
  const user = await openWindow(await deskWithReport())
  await user.keyboard('{Control>}{PageDown}{PageDown}{/Control}')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('一、总体情况')
  await user.keyboard('{Control>}{PageUp}{/Control}')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('导言')
})

test('the guidance follows the caret', async () => {
  const user = await openChapterThree(await deskWithReport())
  await user.click(cell('表三（一）予以公开·自然人'))
  expect(panel().getByRole('heading', { name: '（一）予以公开' })).toBeTruthy()
  expect(panel().getByRole('heading', { name: '自然人' })).toBeTruthy()
})

test('a wrong total appears in rail, panel and status bar, and goes from all of them', async () => {
  const world = await deskWithReport()
  world.desk.edit({ kind: 'once', place: cellPlace('3', '') }, (draft) =>
    setFigures(draft, { 't4.review.upheld': 1 }),
  )
  world.desk.goToStep('4')
  const user = await openWindow(world)
  await user.click(cell('表四·行政复议·总计'))
  await user.keyboard('2')
  expect(rail().getByRole('button', { name: /四、复议和诉讼.*有问题 1$/ })).toBeTruthy()
  await user.click(screen.getByRole('tab', { name: '问题 1' }))
  expect(panel().getByText('表四·行政复议·总计：填 2，四类结果合计 1。')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '勾稽 1 处不平' }))
  expect(document.activeElement).toBe(cell('表四·行政复议·总计'))
  await user.keyboard('1')
  expect(screen.getByText('勾稽平衡')).toBeTruthy()
  expect(panel().getByText('这一步没有发现问题。')).toBeTruthy()
})

test('undo and redo work from buttons and keys alike', async () => {
  const world = await deskWithReport()
  const user = await openChapterThree(world)
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '撤销' }).disabled).toBe(true)
  await user.click(cell('表三（一）予以公开·自然人'))
  await user.keyboard('5')
  await user.click(screen.getByRole('button', { name: '撤销' }))
  expect(world.draft().figures).toEqual({})
  await user.keyboard('{Control>}y{/Control}')
  expect(world.draft().figures).toEqual({ 't3.granted.individual': 5 })
})

test('a save that fails is explained with a way out, and the clerk goes on working', async () => {
  const world = await deskWithFile()
  world.answer('draft:save', () => refused('missingFolder'))
  const user = await openWindow(world)
  await user.type(screen.getByRole('textbox', { name: '编制机关名称' }), '甲')
  await user.keyboard('{Control>}s{/Control}')
  expect(screen.getByText('“年报.nianbao”所在的文件夹找不到了。')).toBeTruthy()
  expect(screen.getByText('没有保存成')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '另存为' }))
  expect(screen.getByText(/^已保存 \d\d:\d\d$/)).toBeTruthy()
  expect(screen.queryByText('“年报.nianbao”所在的文件夹找不到了。')).toBeNull()
})

test('text before a table is one button until it is wanted', async () => {
  const user = await openChapterThree(await deskWithReport())
  await user.click(screen.getByRole('button', { name: '在表前加文字' }))
  expect(await screen.findByRole('textbox', { name: '表前文字' })).toBe(document.activeElement)
  expect(screen.queryByRole('button', { name: '在表前加文字' })).toBeNull()
})

test('a chapter takes the notice’s longer title, or one of its own', async () => {
  const world = await deskWithReport()
  const user = await openChapterThree(world)
  await user.selectOptions(screen.getByRole('combobox', { name: '标题用语' }), 'long')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
    '三、行政机关收到和处理政府信息公开申请情况',
  )
  await user.selectOptions(screen.getByRole('combobox', { name: '标题用语' }), 'own')
  await user.clear(screen.getByRole('textbox', { name: '自拟标题' }))
  await user.type(screen.getByRole('textbox', { name: '自拟标题' }), '依申请公开')
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('三、依申请公开')
  await user.selectOptions(screen.getByRole('combobox', { name: '标题用语' }), 'template')
  expect(world.draft().chapterTitles).toEqual({})
})
