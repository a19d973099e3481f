import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import type { Block, Draft } from '../../shared/draft/draft'
import { newDraft } from '../../shared/draft/new-draft'
import { proposeFormat } from '../../shared/format/formats'
import { figureChoices } from '../../shared/linked/figure-choices'
import { type TableValues, tableValues } from '../../shared/linked/table-values'
import type { Linking } from './linking'
import { ProseEditor } from './prose-editor'

const format = proposeFormat(2025)
const cell = 't2.licensing.decisions'
const sentence: Block[] = [
  {
    kind: 'paragraph',
    text: [
      { kind: 'text', text: '许可' },
      { kind: 'figure', value: { kind: 'cell', cell }, style: { digits: 'grouped' } },
      { kind: 'text', text: '件。' },
    ],
  },
]

function tables(count: number): TableValues {
  const draft: Draft = { ...newDraft({ format, year: 2025, scope: 'organ' }), figures: { [cell]: count } }
  return tableValues(draft, format)
}

const box = () => screen.getByRole('textbox', { name: '总体情况' })

/** The editor over these blocks and tables; what it reports comes back to it. */
function open(blocks: Block[], caret?: { start: number; end: number; nonce: number }) {
  const desk = { blocks, steps: [] as string[], show }
  const { rerender } = render(editor(blocks, 1020))
  function show(count: number): void {
    rerender(editor(desk.blocks, count))
  }
  function editor(shown: Block[], count: number) {
    const values = tables(count)
    const linking: Linking = {
      choices: () => figureChoices(format, values),
      linkable: [],
      alikeInChapter: 0,
      onLink: () => {},
      onLinkChapter: () => {},
    }
    return (
      <ProseEditor
        label="总体情况"
        blocks={shown}
        numbering="dot"
        images={{}}
        values={values}
        linking={linking}
        onChange={(next, step) => {
          desk.blocks = next
          desk.steps.push(step)
          rerender(editor(next, count))
        }}
        onTakeImage={async () => undefined}
        {...(caret && { caretRequest: caret })}
      />
    )
  }
  return desk
}

test('a linked figure shows its cell and is named after it', () => {
  open(sentence)
  expect(box().textContent).toBe('许可1,020件。')
  expect(screen.getByRole('img', { name: '表二·行政许可·本年处理决定数量：1,020' })).toBeTruthy()
  expect(screen.getByText('9 字')).toBeTruthy()
})

test('it follows the table without a step in the history, and leaves the caret where it is', () => {
  const desk = open(sentence, { start: 7, end: 8, nonce: 1 })
  expect(document.getSelection()?.toString()).toBe('件')
  desk.show(2345)
  expect(box().textContent).toBe('许可2,345件。')
  expect(document.getSelection()?.toString()).toBe('件')
  expect(desk.steps).toEqual([])
})

test('a figure is found by its words, put in as it is to be written, in one step', async () => {
  const desk = open(sentence)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '插入表中数字' }))
  const search = screen.getByRole('combobox', { name: '找表里的数' })
  expect(search).toBe(document.activeElement)
  await user.type(search, '行政许可')
  await user.click(screen.getByRole('radio', { name: '一千零二十' }))
  expect(screen.getByText('一千零二十', { selector: 'strong' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: '插入' }))
  expect(desk.steps).toEqual(['once'])
  expect(box().textContent).toContain('一千零二十')
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('Escape closes the choice and changes nothing', async () => {
  const desk = open(sentence)
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: '插入表中数字' }))
  await user.keyboard('没有这样的数{Enter}')
  expect(screen.getByText('没有找到这样的数。')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(box()).toBe(document.activeElement)
  expect(desk.steps).toEqual([])
})
