import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { messages } from '.'

interface Tree {
  [key: string]: string | Tree
}

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )

const ru = new Map(flatten(messages.ru))
const en = new Map(flatten(messages.en))

/** What a sentence needs from outside: its arguments with their kind, and its tags. */
const needs = (message: string): string[] => [...new Set(walk(parse(message)).map(nameOf))].filter(Boolean).sort()

function walk(elements: MessageFormatElement[]): MessageFormatElement[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return [element, ...walk(element.children)]
    if (element.type !== TYPE.select && element.type !== TYPE.plural) return [element]
    return [element, ...Object.values(element.options).flatMap(({ value }) => walk(value))]
  })
}

function nameOf(element: MessageFormatElement): string {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return ''
  return element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}}`
}

const pluralsOf = (message: string) =>
  walk(parse(message)).flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : []))

describe('messages', () => {
  it('say the same things in both languages', () => {
    expect([...en.keys()]).toEqual([...ru.keys()])
  })

  it.each([...ru])('%s needs the same values in both languages', (key, text) => {
    expect(needs(en.get(key) ?? '')).toEqual(needs(text))
  })

  it.each([...ru])('%s knows the plurals of its language', (key, text) => {
    for (const forms of pluralsOf(text)) expect(forms).toEqual(expect.arrayContaining(['one', 'few', 'many', 'other']))
    for (const forms of pluralsOf(en.get(key) ?? '')) expect(forms).toEqual(expect.arrayContaining(['one', 'other']))
  })

  it('are written, each in its language', () => {
    for (const [key, text] of ru) expect(text.trim(), key).not.toBe('')
    for (const [key, text] of en) expect(text, key).not.toMatch(/[а-яё]/i)
  })

  it('a plural without its Russian forms would be noticed', () => {
    expect(pluralsOf('{n, plural, one {день} other {дня}}')).toEqual([['one', 'other']])
    expect(needs('<b>{name}</b> {n, plural, other {{due}}}')).toEqual(['<b>', '{due}', '{name}', '{n}'])
  })
})
