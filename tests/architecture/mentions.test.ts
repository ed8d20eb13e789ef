import { expect, it } from 'vitest'
import { findLost, listFiles, readSources } from './mentions'

const files = ['lib/mail/policy.ts', 'app/[locale]/page.tsx', 'docs/decisions/001-runtime.md']
const lostIn = (path: string, text: string) => findLost([{ path, text }], files).map(({ what }) => what)

it('names in comments and documents only files that exist', () => {
  const all = listFiles()
  expect(all).toEqual(expect.arrayContaining(['lib/env.ts', 'docs/CONTRIBUTING.md', 'README.md']))
  expect(findLost(readSources(all), all).map(({ path, what }) => `${path} ${what}`)).toEqual([])
})

it.each([
  ['a file that moved', 'a.ts', '// see lib/mail/rules.ts', 'names lib/mail/rules.ts'],
  ['a file by its name alone', 'a.ts', '/** (rules.ts) */', 'names rules.ts'],
  ['a module without its ending', 'a.tsx', '// lib/mail/rules says', 'names lib/mail/rules'],
  ['a link of a document', 'docs/a.md', '[why](decisions/002-door.md)', 'names decisions/002-door.md'],
  ['a comment in SQL', 'a.sql', 'select 1; -- see db/none', 'names db/none'],
  ['a comment in a style', 'a.css', '/* as app/none */', 'names app/none'],
])('catches %s', (_, path, text, what) => expect(lostIn(path, text)).toEqual([what]))

it.each([
  ['a path in full', 'a.ts', '// lib/mail/policy.ts, lib/mail and app/[locale]/page.tsx.'],
  ['the end of a path', 'docs/b.md', '(policy.ts), [one](../docs/decisions/001-runtime.md) and mail/policy'],
  ['code, which the compiler reads', 'a.ts', "import x from './rules.ts'"],
  ['an address', 'b.md', 'https://portal.example/lib/none.ts'],
])('lets pass %s', (_, path, text) => expect(lostIn(path, text)).toEqual([]))
