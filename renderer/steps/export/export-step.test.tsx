import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { deskWithReport, refused } from '../../desk/desk-world'
import { cellPlace } from '../../desk/place'
import { setFigures } from '../../desk/repair'
import { openWindow } from '../../shell/open-window'

async function openExport() {
  const world = await deskWithReport()
  world.desk.goToStep('export')
  return { world, user: await openWindow(world) }
}
const exportWord = () => screen.getByRole('button', { name: '导出 Word' })

test('the finished file is named and its folder can be opened', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', ({ draft, formats }) => {
    expect([draft, formats]).toEqual([world.draft(), ['docx']])
    return { ok: true, value: [{ handle: 'w', format: 'docx', name: '年报.docx' }] }
  })
  await user.click(exportWord())
  await user.click(screen.getByRole('button', { name: '打开所在文件夹：年报.docx' }))
  expect(world.askedFor('report:reveal')).toEqual([{ handle: 'w' }])
})

test.each([
  ['readOnly', /不能写入/],
  ['diskFull', /磁盘空间不够/],
  ['missingFolder', /文件夹找不到了/],
  ['inUse', /正被别的程序打开/],
  ['changedOnDisk', /在别处改动过/],
  ['unwritable', /没有写成/],
] as const)('a file that cannot be written (%s) is said in plain words', async (kind, words) => {
  const { world, user } = await openExport()
  world.answer('report:export', () => refused(kind))
  await user.click(exportWord())
  expect(screen.getByText(words)).toBeTruthy()
})

test('a closed dialog changes nothing', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', () => null)
  await user.click(exportWord())
  expect(exportWord()).toBeTruthy()
  expect(world.desk.store.getState().session.exported).toBeNull()
})

test('errors left are named, and exporting is still possible', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', () => ({
    ok: true,
    value: [{ handle: 'w', format: 'docx', name: '年报.docx' }],
  }))
  world.desk.edit({ kind: 'once', place: cellPlace('3', '') }, (draft) =>
    setFigures(draft, { 't4.review.upheld': 1, 't4.review.total': 2 }),
  )
  expect(
    await screen.findByRole('button', { name: '表四·行政复议·总计：填 2，四类结果合计 1。' }),
  ).toBeTruthy()
  await user.click(exportWord())
  expect(screen.getByText('年报.docx')).toBeTruthy()
})
