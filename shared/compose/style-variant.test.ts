import { describe, expect, it } from 'vitest'
import { parseStyleVariant } from './parse-style-variant'
import { gb9704 } from './style'
import { type StyleVariant, styleWith } from './style-variant'

describe('a style with an office’s variant laid over it', () => {
  it('is the standard where there is no variant', () => {
    expect(styleWith(gb9704)).toEqual(gb9704)
    expect(styleWith(gb9704, undefined, {})).toEqual(gb9704)
  })

  it('changes what the variant names and nothing beside it', () => {
    const style = styleWith(gb9704, { linePitch: 28, text: { body: { font: '仿宋' } } })
    expect(style.linePitch).toBe(28)
    expect(style.text.body).toEqual({ ...gb9704.text.body, font: '仿宋' })
    expect({
      ...style,
      linePitch: gb9704.linePitch,
      text: { ...style.text, body: gb9704.text.body },
    }).toEqual(gb9704)
  })

  it('takes the last of several variants, and a list as a whole', () => {
    const turned: StyleVariant = { linePitch: 28, table: { landscape: { tables: ['t3'] } } }
    const style = styleWith(gb9704, turned, { linePitch: 30, table: { landscape: { tables: [] } } })
    expect([style.linePitch, style.table.landscape.tables]).toEqual([30, []])
  })

  it('leaves the standard as it was', () => {
    const before = JSON.stringify(gb9704)
    styleWith(gb9704, { page: { margin: { top: 30 } }, substitutes: { 黑体: 'Heiti SC' } })
    expect(JSON.stringify(gb9704)).toBe(before)
  })
})

describe('the settings file of a variant', () => {
  it('may set everything but the paper and what the app knows about fonts', () => {
    const {
      kind: _kind,
      id: _id,
      name: _name,
      page,
      standIns: _standIns,
      otherNames: _names,
      ...rest
    } = gb9704
    const variant = { ...rest, page: { margin: page.margin, footer: page.footer } }
    expect(parseStyleVariant(`\ufeff${JSON.stringify(variant)}`)).toEqual({ ok: true, value: variant })
  })

  it.each([
    ['{', '内容不是 JSON'],
    ['[]', '版式的内容不符合要求'],
    ['{"linePitch":"28"}', '版式的“linePitch”的内容不符合要求'],
    ['{"linePitch":1e9}', '版式的“linePitch”的内容不符合要求'],
    ['{"text":{"body":{"size":16.3}}}', '版式的“text.body.size”的内容不符合要求'],
    ['{"text":{"body":{"font":"仿\\u0000宋"}}}', '版式的“text.body.font”的内容不符合要求'],
    ['{"table":{"bandFill":"red"}}', '版式的“table.bandFill”的内容不符合要求'],
    ['{"page":{"width":100}}', '版式的“page”中有不认识的内容“width”'],
    ['{"colour":"red"}', '版式中有不认识的内容“colour”'],
  ])('%s is refused: %s', (text, error) => {
    expect(parseStyleVariant(text)).toEqual({ ok: false, error })
  })
})
