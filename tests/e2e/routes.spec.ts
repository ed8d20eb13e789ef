import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/lib/cli/paths'
import { actionFiles, handlerRoutes, pageRoutes } from '../support/routes'
import { actions } from './helpers/actions'
import { handlers, pages } from './helpers/pages'
import { expect, test } from './test'

// What the other tests walk through is the whole app directory: a new page, handler or action cannot be forgotten.

test('every page has its entry', () => expect(Object.keys(pages).toSorted()).toEqual(pageRoutes()))

test('every route handler has its entry', () => expect(Object.keys(handlers).toSorted()).toEqual(handlerRoutes()))

test('every server action has its entry', () => {
  const exported = actionFiles().flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^export (?:const|async function) (\w+)/gm)].map(
      ([, name]) => `${file} ${name}`,
    ),
  )
  expect(Object.keys(actions).toSorted()).toEqual(exported.toSorted())
})
