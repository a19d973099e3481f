import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import { deskWithReport } from '../../desk/desk-world'
import { openWindow } from '../../shell/open-window'

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('basic information', () => {
  test('a contact detail is judged when the caret leaves it, and the mark goes while it is put right', async () => {
    const user = await openWindow(await deskWithReport())
    await user.type(field('邮政编码'), '1551')
    expect(field('邮政编码').getAttribute('aria-invalid')).toBe('false')
    await user.tab()
    expect(field('邮政编码').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('邮编：填“1551”，邮政编码是 6 位数字。')).toBeTruthy()
    await user.type(field('邮政编码'), '30')
    expect(field('邮政编码').getAttribute('aria-invalid')).toBe('false')
  })

  test('an emptied field leaves nothing behind', async () => {
    const world = await deskWithReport()
    const user = await openWindow(world)
    const before = world.draft().publisher
    await user.type(field('网址'), 'a')
    expect(world.draft().publisher.website).toEqual({ url: 'a' })
    await user.clear(field('网址'))
    expect(world.draft().publisher).toEqual(before)
  })

  test('local bases are kept line by line, empty lines not', async () => {
    const world = await deskWithReport()
    const user = await openWindow(world)
    await user.type(field('本地依据'), '《某省条例》{enter}{enter}《某市通知》')
    expect(world.draft().publisher.bases).toEqual(['《某省条例》', '《某市通知》'])
    expect(field('本地依据').value).toBe('《某省条例》\n\n《某市通知》')
  })

  test('what the report aggregates is asked once it aggregates', async () => {
    const user = await openWindow(await deskWithReport())
    expect(screen.queryByRole('textbox', { name: '汇总了哪些单位' })).toBeNull()
    await user.click(screen.getByRole('radio', { name: '全区汇总' }))
    expect(field('汇总了哪些单位')).toBeTruthy()
  })

  test('the picture of the title follows the name and the form', async () => {
    const world = await deskWithReport()
    const user = await openWindow(world)
    await user.type(field('编制机关名称'), '某某区人民政府')
    const picture = () => within(screen.getByRole('figure'))
    expect(picture().getByText(/^某某区人民政府/).textContent).toBe(
      '某某区人民政府\n2025年政府信息公开工作年度报告',
    )
    await user.click(screen.getByRole('radio', { name: '自己分行' }))
    await user.clear(field('标题各行'))
    await user.type(field('标题各行'), '甲{enter}乙')
    expect(world.draft().title).toEqual({ kind: 'edited', lines: ['甲', '乙'] })
    expect(picture().getByText(/甲/).textContent).toBe('甲\n乙')
  })
})
