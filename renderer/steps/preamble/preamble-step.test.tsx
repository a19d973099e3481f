import { act, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { type DeskWorld, deskWithReport } from '../../desk/desk-world'
import { fieldPlace } from '../../desk/place'
import { openWindow } from '../../shell/open-window'

const text = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: '导言' })

async function openPreamble(): Promise<{ world: DeskWorld; user: Awaited<ReturnType<typeof openWindow>> }> {
  const world = await deskWithReport()
  rename(world, '甲机关')
  world.desk.goToStep('preamble')
  return { world, user: await openWindow(world) }
}

function rename({ desk }: DeskWorld, name: string): void {
  desk.edit({ kind: 'once', place: fieldPlace('basics', 'publisher.name') }, (draft) => {
    draft.publisher.name = name
  })
}

test('the generated text follows the basic information', async () => {
  const { world } = await openPreamble()
  expect(text().value).toContain('由甲机关编制')
  act(() => rename(world, '乙机关'))
  expect(text().value).toContain('由乙机关编制')
})

test('edited by hand it says so, stays, is compared and set back', async () => {
  const { world, user } = await openPreamble()
  await user.type(text(), '欢迎查阅。')
  expect(screen.getByText('已手工修改')).toBeTruthy()
  act(() => rename(world, '乙机关'))
  expect(text().value).toContain('由甲机关编制')
  await user.click(screen.getByRole('button', { name: '与自动生成的对照' }))
  const mine = within(screen.getByRole('region', { name: '现在的' }))
  expect(mine.getByText('欢迎查阅。').tagName).toBe('INS')
  const theirs = within(screen.getByRole('region', { name: '自动生成的' }))
  expect(theirs.getByText('乙').tagName).toBe('DEL')
  await user.click(screen.getByRole('button', { name: '恢复为自动生成' }))
  expect(text().value).toContain('由乙机关编制')
  expect(world.draft().preamble).toEqual({ kind: 'generated' })
})

test('typed back to the generated words it is generated again', async () => {
  const { world, user } = await openPreamble()
  await user.type(text(), '啊')
  expect(world.draft().preamble.kind).toBe('edited')
  await user.type(text(), '{backspace}')
  expect(world.draft().preamble).toEqual({ kind: 'generated' })
})
