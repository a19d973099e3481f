import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../shared/draft/draft'
import { printedBlocks } from '../../shared/linked/printed-prose'
import { noTables } from '../../shared/linked/table-values'
import { slotText } from '../../shared/prose/plain-text'
import { plainRuns } from '../../shared/prose/runs'
import { ProseEditor, type ProseEditorProps } from './prose-editor'
import type { ProseStep } from './prose-view'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text: plainRuns(text) })

/** The editor on a desk in small, which takes every change and may show other blocks, as undo does. */
function open(blocks: Block[], props: Partial<ProseEditorProps> = {}) {
  const desk = { blocks, steps: [] as ProseStep[], show }
  const { rerender } = render(editor(blocks))

  function show(shown: Block[], more: Partial<ProseEditorProps> = {}): void {
    rerender(editor(shown, more))
  }

  function editor(shown: Block[], more: Partial<ProseEditorProps> = {}) {
    return (
      <StrictMode>
        <ProseEditor
          label="总体情况"
          blocks={shown}
          numbering="dot"
          images={{}}
          values={noTables}
          onChange={(next, step) => {
            desk.blocks = next
            desk.steps.push(step)
            show(next)
          }}
          onTakeImage={async () => undefined}
          {...props}
          {...more}
        />
      </StrictMode>
    )
  }

  return desk
}

const box = () => screen.getByRole('textbox', { name: '总体情况' })
const button = (name: string) => screen.getByRole('button', { name })

function paste(text: string): void {
  const clipboardData = {
    getData: (type: string) => (type === 'text/plain' ? text : ''),
    files: [],
    types: [],
  }
  fireEvent.paste(box(), { clipboardData })
}

describe('the text box', () => {
  test('has its name, says that it has many lines and how long the text is', () => {
    open([paragraph('全年公开。')], { lengthGuide: 1000 })
    expect(box().getAttribute('aria-multiline')).toBe('true')
    const described = document.getElementById(box().getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('5 字，一般不超过 1,000 字')
  })

  test('shows numbers beside the text, not in it', () => {
    open([{ kind: 'heading', level: 1, text: plainRuns('公开') }])
    expect(box().querySelector('[data-mark]')?.getAttribute('data-mark')).toBe('（一）')
    expect(box().textContent).toBe('公开')
  })

  test('says by how much it is too long', () => {
    open([paragraph('全年公开。')], { lengthGuide: 3 })
    expect(screen.getByText('5 字，一般不超过 3 字，多 2 字')).toBeTruthy()
  })
})

describe('what the draft says is shown', () => {
  test('after undo and redo, without being reported back', () => {
    const desk = open([paragraph('甲')])
    desk.show([paragraph('甲'), paragraph('乙')])
    expect(box().textContent).toBe('甲乙')
    desk.show([paragraph('甲')])
    expect(box().textContent).toBe('甲')
    expect(desk.steps).toEqual([])
  })

  test('and a request selects a range of its text', () => {
    const desk = open([{ kind: 'heading', level: 1, text: plainRuns('公开情况') }])
    desk.show(desk.blocks, { caretRequest: { start: 3, end: 5, nonce: 1 } })
    expect(document.getSelection()?.toString()).toBe('公开')
    expect(document.activeElement).toBe(box())
  })
})

describe('pasting', () => {
  test('is one change, numbers read as the app’s', () => {
    const desk = open([])
    paste('（一）公开。全年5条。\r\n正文')
    expect(slotText(printedBlocks(desk.blocks, noTables), 'dot')).toBe('（一）公开。全年5条。\n正文')
    expect(desk.blocks.map((block) => block.kind)).toEqual(['runInHeading', 'paragraph'])
    expect(desk.steps).toEqual(['once'])
  })

  test('of far too much changes nothing and says so', () => {
    const desk = open([paragraph('原文')])
    paste('全年公开。'.repeat(1_000_000))
    expect(within(screen.getByRole('status')).getByText(/一次最多 300,000 字，没有放入/)).toBeTruthy()
    expect(box().textContent).toBe('原文')
    expect(desk.steps).toEqual([])
  })
})

describe('the toolbar', () => {
  test('is one stop for Tab; arrows go from button to button, Tab on to the text and out', async () => {
    const user = userEvent.setup()
    open([])
    await user.tab()
    expect(document.activeElement).toBe(button('正文'))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(button('（一）标题'))
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(button('表格'))
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(button('正文'))
    await user.tab()
    expect(document.activeElement).toBe(box())
    await user.tab()
    expect(document.activeElement).toBe(document.body)
  })

  test('changes the paragraph and shows what it is', async () => {
    const user = userEvent.setup()
    const desk = open([paragraph('公开')])
    await user.click(button('（一）标题'))
    expect(desk.blocks).toEqual([{ kind: 'heading', level: 1, text: plainRuns('公开') }])
    expect(button('（一）标题').getAttribute('aria-pressed')).toBe('true')
    expect(button('正文').getAttribute('aria-pressed')).toBe('false')
  })

  test('names the second level as the report numbers it', () => {
    open([], { numbering: 'comma' })
    expect(button('1、标题')).toBeTruthy()
  })

  test('offers rows and columns inside a table only', async () => {
    const user = userEvent.setup()
    const desk = open([])
    expect(screen.queryByRole('button', { name: '加一行' })).toBeNull()
    await user.click(button('表格'))
    await user.click(button('加一行'))
    const [table] = desk.blocks
    expect(table?.kind === 'table' && table.rows.length).toBe(4)
    await user.click(button('删除表格'))
    expect(desk.blocks).toEqual([])
    expect(screen.queryByRole('button', { name: '加一行' })).toBeNull()
  })
})

describe('words something was found about', () => {
  const finding = { key: 'N-3@1', start: 3, end: 13, severity: 'warning' as const, message: '文号写错。' }
  const marked = () => [...box().querySelectorAll('.prose-finding')]

  test('are marked with what was found, and not when it is gone', () => {
    const desk = open([paragraph('国办函[2020]109号。')], { findings: [{ ...finding, start: 3, end: 12 }] })
    expect(marked().map(({ textContent }) => textContent)).toEqual(['[2020]109'])
    expect(marked()[0]?.getAttribute('title')).toBe('文号写错。')
    expect(marked()[0]?.getAttribute('aria-invalid')).toBe('grammar')
    desk.show(desk.blocks, { findings: [] })
    expect(marked()).toEqual([])
  })

  test('keep their mark while the text around them is written, and none of it gets into the draft', () => {
    const desk = open([paragraph('国办函[2020]109号。')], { findings: [{ ...finding, start: 3, end: 12 }] })
    paste('根据')
    expect(marked().map(({ textContent }) => textContent)).toEqual(['[2020]109'])
    expect(slotText(printedBlocks(desk.blocks, noTables), 'dot')).toBe('根据国办函[2020]109号。')
  })

  test('in the row of a table and after a number are found by their offsets', () => {
    const blocks: Block[] = [
      { kind: 'numbered', level: 1, text: plainRuns('公开信息12条') },
      { kind: 'table', header: false, rows: [[plainRuns('甲'), plainRuns('34')]] },
    ]
    const text = slotText(printedBlocks(blocks, noTables), 'dot')
    const at = (words: string) => ({
      ...finding,
      key: words,
      start: text.indexOf(words),
      end: text.indexOf(words) + 2,
    })
    open(blocks, { findings: [at('12'), { ...at('34'), severity: 'info' }] })
    expect(marked().map(({ textContent, className }) => [textContent, className])).toEqual([
      ['12', 'prose-finding prose-finding-warning'],
      ['34', 'prose-finding prose-finding-info'],
    ])
  })
})
