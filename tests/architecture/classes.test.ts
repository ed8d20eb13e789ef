import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Use {
  component: string
  sheet: string
  names: string[]
  /** Takes them by a name that is known when it runs: `styles[tone]`. */
  isOpen: boolean
}

const uses: Use[] = globSync('app/**/*.tsx', { cwd: root }).flatMap((component) => {
  const text = read(component)
  return [...text.matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].map(([, name = '', from = '']) => ({
    component,
    sheet: from.startsWith('@/') ? from.slice(2) : join(dirname(component), from),
    names: [...text.matchAll(new RegExp(`(?<![\\w.'/])${name}\\.(\\w+)`, 'g'))].map(([, used = '']) => used),
    isOpen: new RegExp(`(?<![\\w.])${name}(?:\\[|\\b(?![.\\w ]))`).test(text),
  }))
})

/** The classes that a sheet has rules for. */
const classesOf = (sheet: string): Set<string> =>
  new Set(
    [
      ...read(sheet)
        .replaceAll(/\/\*.*?\*\//gs, '')
        .matchAll(/\.([a-zA-Z]\w*)/g),
    ].map(([, name = '']) => name),
  )

it('every class that a component names has a rule in its sheet', () => {
  expect(uses.length).toBeGreaterThan(100)
  for (const { component, sheet, names } of uses) {
    const known = classesOf(sheet)
    expect
      .soft(
        names.filter((name) => !known.has(name)),
        `${component} of ${sheet}`,
      )
      .toEqual([])
  }
})

it('every class of a sheet is named by a component', () => {
  for (const sheet of globSync('app/**/*.module.css', { cwd: root })) {
    const users = uses.filter((use) => use.sheet === sheet)
    if (users.some(({ isOpen }) => isOpen)) continue
    const named = new Set(users.flatMap(({ names }) => names))
    expect
      .soft(
        [...classesOf(sheet)].filter((name) => !named.has(name) && !name.startsWith('mantine')),
        sheet,
      )
      .toEqual([])
  }
})
