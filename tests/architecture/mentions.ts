import { globSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { parseSync } from 'oxc-parser'
import type { Source, Violation } from './modules'

const root = normalize(join(import.meta.dirname, '../..'))
const folders = '{.ci,app,db,docs,emails,lib,patches,tests}/**/*'
const text = /\.(ts|tsx|css|sql|md)$/

/** A path or a file in prose: "lib/env", "policy.ts", "_parts/step.tsx", "docs/decisions". What an address names is none. */
const segment = String.raw`(?:\[[\w.]+\]|[\w.-]*\w)`
const mention = new RegExp(String.raw`(?<![\w@/.:*-])(?:\.{1,2}/)*${segment}(?:/${segment})*(?![\w/@+])`, 'g')
const extension = /\.(tsx?|css|sql|md|woff2)$/
const folder = /^(app|db|docs|emails|lib|patches|tests)\//

/** Every file of ours, from the root of the repository. */
export const listFiles = (): string[] =>
  [...globSync(folders, { cwd: root }), ...globSync('*.{ts,md,json}', { cwd: root })].sort()

export const readSources = (files: readonly string[]): Source[] =>
  files.filter((path) => text.test(path)).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

/** What comments and documents name as a file or a folder, and nothing of that name is there. */
export function findLost(sources: readonly Source[], files: readonly string[]): Violation[] {
  const known = new Set(files.flatMap(ends))
  return sources.flatMap(({ path, text: whole }) =>
    [...new Set(proseOf(path, whole).match(mention) ?? [])]
      .filter((name) => extension.test(name) || folder.test(name))
      .filter((name) => !known.has(name.replace(/^(\.{1,2}\/)+/, '')))
      .map((name) => ({ path, what: `names ${name}` })),
  )
}

/** 'lib/core/actor.ts' is also 'core/actor', 'actor.ts' and the folder 'lib/core'. */
function ends(path: string): string[] {
  const parts = path.split('/')
  const tails = parts.map((_, at) => parts.slice(at).join('/'))
  return [
    ...tails,
    ...tails.map((tail) => tail.replace(extension, '')),
    ...parts.map((_, at) => parts.slice(0, at).join('/')),
  ]
}

function proseOf(path: string, whole: string): string {
  if (path.endsWith('.md')) return whole
  if (/\.tsx?$/.test(path))
    return parseSync(path, whole)
      .comments.map(({ value }) => value)
      .join('\n')
  return (whole.match(path.endsWith('.sql') ? /--.*/g : /\/\*[\s\S]*?\*\//g) ?? []).join('\n')
}
