import { describe, expect, test } from 'vitest'
import { compileValidator } from './compile-validator'
import { validate } from './validator-sample.json?validator'

describe('a schema imported with ?validator', () => {
  const fitting = { name: '某某镇', figures: { a: 1 } }

  test('lets through what fits', () => {
    expect(validate(fitting)).toBe(true)
    expect(validate.errors).toBeNull()
  })

  test.each([
    ['a string beyond its length, counted in characters', { ...fitting, name: '𠮷𠮷𠮷𠮷𠮷' }, '/name'],
    ['a wrong type', { ...fitting, figures: { a: '1' } }, '/figures/a'],
    ['an unknown key', { ...fitting, more: 1 }, ''],
    ['twice the same', { ...fitting, units: [{ a: 1 }, { a: 1 }] }, '/units'],
  ])('refuses %s and says where', (_what, data, place) => {
    expect(validate(data)).toBe(false)
    expect(validate.errors?.map((error) => error.instancePath)).toEqual([place])
  })

  test('reports every breach, not the first', () => {
    expect(validate({ name: 1, figures: 2 })).toBe(false)
    expect(validate.errors).toHaveLength(2)
  })
})

describe('the compiled code', () => {
  const code = compileValidator({ type: 'object', properties: { a: { type: 'string', maxLength: 1 } } })

  test('needs neither eval nor require', () => {
    expect(code).not.toMatch(/\brequire\(|\beval\(|new Function/)
  })

  test('imports the helpers of ajv', () => {
    expect(code).toContain("from 'ajv/dist/runtime/ucs2length.js'")
  })

  test('a doubtful schema stops the build', () => {
    expect(() => compileValidator({ type: 'object', propertys: {} })).toThrow('propertys')
  })
})
