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

test('a working copy is made on request, under a name of its own; the next export is for publication again', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', () => null)
  await user.click(screen.getByRole('radio', { name: '工作稿' }))
  await user.click(exportWord())
  await user.click(screen.getByRole('radio', { name: '发布稿' }))
  await user.click(exportWord())
  const name = '2025年政府信息公开工作年度报告'
  expect(world.askedFor('report:export').map(({ copy, suggestedName }) => [copy, suggestedName])).toEqual([
    ['working', expect.stringMatching(new RegExp(`${name}（工作稿）$`))],
    ['publication', expect.stringMatching(new RegExp(`${name}$`))],
  ])
})

test('no draft is carried where no Word file is made', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', () => null)
  await user.click(screen.getByRole('radio', { name: '工作稿' }))
  await user.click(screen.getByRole('checkbox', { name: 'PDF 文件' }))
  await user.click(screen.getByRole('checkbox', { name: 'Word 文件' }))
  expect(screen.queryByRole('radio', { name: '工作稿' })).toBeNull()
  await user.click(screen.getByRole('button', { name: '导出 PDF 文件' }))
  expect(world.askedFor('report:export')[0]).toMatchObject({ formats: ['pdf'], copy: 'publication' })
})

test('several files are made at once, in their own order', async () => {
  const { world, user } = await openExport()
  await user.click(screen.getByRole('checkbox', { name: '电子表格' }))
  await user.click(screen.getByRole('checkbox', { name: 'PDF 文件' }))
  world.answer('report:export', ({ formats }) => {
    expect(formats).toEqual(['docx', 'pdf', 'xlsx'])
    const value = formats.map((format) => ({ handle: format, format, name: `年报.${format}` }))
    return { ok: true, value }
  })
  await user.click(screen.getByRole('button', { name: '导出这 3 种' }))
  for (const name of ['年报.docx', '年报.pdf', '年报.xlsx']) expect(screen.getByText(name)).toBeTruthy()
})

test('with nothing chosen there is nothing to export', async () => {
  const { world, user } = await openExport()
  await user.click(screen.getByRole('checkbox', { name: 'Word 文件' }))
  await user.click(screen.getByRole('button', { name: '导出' }))
  expect(world.askedFor('report:export')).toEqual([])
  expect(screen.getByText('先选一种要导出的文件。')).toBeTruthy()
})

test('where one file fails the others are shown all the same', async () => {
  const { world, user } = await openExport()
  world.answer('report:export', () => ({
    ok: false,
    error: {
      kind: 'pdfTooSlow',
      name: '年报.pdf',
      written: [{ handle: 'w', format: 'docx', name: '年报.docx' }],
    },
  }))
  await user.click(exportWord())
  expect(screen.getByText('生成 PDF 的时间太长，已经停止。')).toBeTruthy()
  expect(screen.getByText('年报.docx')).toBeTruthy()
})

test('fonts this computer lacks are named with what stands in for them', async () => {
  const world = await deskWithReport()
  world.answer('fonts:installed', () => ['宋体', '仿宋', '楷体_GB2312', '黑体', 'Times New Roman'])
  world.desk.goToStep('export')
  const user = await openWindow(world)
  await user.click(await screen.findByText('这台电脑缺少公文用的字体'))
  expect(screen.getByText('没有“方正小标宋简体”，用“宋体”代替。')).toBeTruthy()
  expect(screen.getByText('没有“仿宋_GB2312”，用“仿宋”代替。')).toBeTruthy()
  expect(screen.queryByText(/没有“黑体”/)).toBeNull()
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
    await screen.findByRole('button', { name: /^表四·行政复议·总计：填 2，四类结果合计 1。/ }),
  ).toBeTruthy()
  await user.click(exportWord())
  expect(screen.getByText('年报.docx')).toBeTruthy()
})
