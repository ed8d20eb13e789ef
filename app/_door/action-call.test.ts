import { describe, expect, it } from 'vitest'
import { plainArguments, plainCall, scriptedCall } from './action-call'

const id = 'a'.repeat(42)
const malformed = { why: 'malformed' }
const isKnown = (action: string) => action === id
const plain = (name: string, value = '') => plainCall(isKnown)({ name, value })

describe('a call of a server action', () => {
  it('keeps its texts and its form, and drops its last state', () => {
    expect(plainArguments('["imed",{"values":{"a":"$K9"}},"$K1"]')).toBe('["imed","$undefined","$K1"]')
    expect(plainArguments('["$$5","$undefined",null]')).toBe('["$$5","$undefined","$undefined"]')
    expect(plainArguments('[]')).toBe('[]')
    expect(plainArguments('["\\ud800"]')).toBe('["\uFFFD"]')
  })

  it.each([
    '',
    '{}',
    '"x"',
    '[',
    '["$1"]',
    '["$@1"]',
    '["$Q1"]',
    '["$F1"]',
    '["$B1"]',
    '[1]',
    '[true]',
    `["${'x'.repeat(2_000)}"]`,
  ])('is none: %s', (list) => expect(plainArguments(list)).toBeUndefined())

  it('has a list of arguments and the fields of its form', () => {
    expect(scriptedCall({ name: '_1_a.b[]', value: '$K1' })).toBe('$K1')
    expect(scriptedCall({ name: '0', value: '["$K1"]' })).toBe('["$K1"]')
    for (const name of ['1', '1_a', 'a', '$ACTION_ID_1'])
      expect(scriptedCall({ name, value: '[]' })).toMatchObject(malformed)
  })

  it('without scripts names one action, bound to texts', () => {
    expect(plain('details', '$K1')).toBe('$K1')
    expect(plain('$ACTION_1:0', `{"id":"${id}","bound":"$@1"}`)).toBe(`{"id":"${id}","bound":"$@1"}`)
    expect(plain('$ACTION_1:0', `{"id":"${id}","bound":{"then":1}}`)).toBe(`{"id":"${id}","bound":null}`)
    expect(plain('$ACTION_1:1', '["imed",{"values":{}}]')).toBe('["imed","$undefined"]')
    expect(plain('$ACTION_KEY', 'k1')).toBe('k1')
    for (const value of ['', '{}', '{"id":"x"}', '[]']) expect(plain('$ACTION_1:0', value)).toMatchObject(malformed)
    for (const name of ['$ACTION_', '$ACTION_x', '$ACTION_1:1_a']) expect(plain(name)).toMatchObject(malformed)
    const grammar = plainCall(isKnown)
    expect(grammar({ name: '$ACTION_REF_1', value: '' })).toBe('')
    expect(grammar({ name: `$ACTION_ID_${id}`, value: '' })).toMatchObject(malformed)
  })

  it('without scripts is whole where all that it refers to has come', () => {
    const call = (...names: string[]) => {
      const grammar = plainCall(isKnown)
      for (const name of names) {
        const value = name === '$ACTION_1:0' ? `{"id":"${id}","bound":"$@1"}` : name === '$ACTION_1:1' ? '["imed"]' : ''
        expect(grammar({ name, value })).toBeTypeOf('string')
      }
      return grammar.isWhole()
    }
    expect(call('email')).toBe(true)
    expect(call(`$ACTION_ID_${id}`)).toBe(true)
    expect(call('$ACTION_REF_1', '$ACTION_1:0', '$ACTION_1:1', '$ACTION_KEY')).toBe(true)
    expect(call('$ACTION_REF_1', '$ACTION_1:0')).toBe(false)
    expect(call('$ACTION_REF_1', '$ACTION_1:1')).toBe(false)
    expect(call('$ACTION_REF_1')).toBe(false)
  })

  it('without scripts names one that is there', () => {
    const other = 'b'.repeat(42)
    expect(plain(`$ACTION_ID_${id}`)).toBe('')
    expect(plain(`$ACTION_ID_${other}`)).toMatchObject({ why: 'renewed' })
    expect(plain('$ACTION_1:0', `{"id":"${other}","bound":null}`)).toMatchObject({ why: 'renewed' })
  })
})
