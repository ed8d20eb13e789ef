import { describe, expect, it } from 'vitest'
import { type Module, parseModule, readModules, type Rule } from './modules'
import { actions } from './rules/actions'
import { appDoor } from './rules/app-door'
import { asked } from './rules/asked'
import { browser } from './rules/browser'
import { circles } from './rules/circles'
import { clock } from './rules/clock'
import { copies } from './rules/copies'
import { environment } from './rules/environment'
import { kinds } from './rules/kinds'
import { layers } from './rules/layers'
import { libOrder } from './rules/lib-order'
import { type Planted, planted } from './planted'

const rules: Record<string, Rule> = {
  layers,
  libOrder,
  circles,
  browser,
  environment,
  actions,
  appDoor,
  clock,
  asked,
  copies,
  kinds,
}
const modules = readModules()

const parse = (files: Planted['files']): Module[] =>
  Object.entries(files).map(([path, text]) => parseModule({ path, text }))

describe('the checker', () => {
  it('sees the sources', () => {
    const ids = modules.map(({ id }) => id)
    expect(ids).toEqual(
      expect.arrayContaining(['lib/env', 'lib/core/command', 'db/enums', 'emails', 'app/_server/action']),
    )
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(modules.length)
  })

  it('resolves every import of our own to a file', () => {
    const ids = new Set(modules.map(({ id }) => id))
    const lost = modules.flatMap(({ path, imports }) =>
      imports
        .filter(({ isPackage, target }) => !isPackage && !/\.(css|json|mjs|woff2)$/.test(target) && !ids.has(target))
        .map(({ target }) => `${path}: ${target}`),
    )
    expect(lost).toEqual([])
  })

  it('refuses a file that it cannot parse', () => {
    expect(() => parseModule({ path: 'lib/broken.ts', text: 'const = 1' })).toThrow('lib/broken.ts')
  })
})

describe.each(Object.entries(rules))('%s', (name, rule) => {
  it('holds', () => {
    expect(rule(modules).map(({ path, what }) => `${path} ${what}`)).toEqual([])
  })

  const own = planted.filter((each) => each.rule === name)

  it.each(own.filter(({ caught }) => caught !== undefined))('catches: $title', ({ files, caught }) => {
    expect(rule(parse(files)).map(({ path, what }) => `${path} ${what}`)).toEqual(caught)
  })

  it.each(own.filter(({ caught }) => caught === undefined))('lets pass: $title', ({ files }) => {
    expect(rule(parse(files))).toEqual([])
  })

  it('has a planted violation and an innocent neighbour', () => {
    expect(own.some(({ caught }) => caught)).toBe(true)
    expect(own.some(({ caught }) => !caught)).toBe(true)
  })
})
