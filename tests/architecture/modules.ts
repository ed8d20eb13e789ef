import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { type Program, parseSync, Visitor } from 'oxc-parser'

/** One file of the sources. `path` starts at the root of the repository: 'lib/core/actor.ts'. */
export interface Source {
  path: string
  text: string
}

/** What one import statement, re-export, `import()` or `import('…').Type` names. */
export interface Import {
  /** Id of a module of ours ('lib/core/actor'), or the package as written ('next/navigation'). */
  target: string
  isPackage: boolean
  /** Erased before it runs. */
  typeOnly: boolean
  /** Imported names that are not types; '*' for a namespace or a dynamic import. */
  names: string[]
}

/** A parsed file. Its `id` is its path without extension and without a last '/index'. */
export interface Module extends Source {
  id: string
  isTest: boolean
  imports: Import[]
  program: Program
  /** 'use client' or 'use server' at its head. */
  directives: string[]
}

export interface Violation {
  path: string
  what: string
}

/** Looks at all modules at once and names what breaks it. */
export type Rule = (modules: readonly Module[]) => Violation[]

const root = normalize(join(import.meta.dirname, '../..'))
const folders = '{app,lib,db,emails,tests}/**/*.{ts,tsx}'

/** The product's own files, as they lie on the disk. */
export function readModules(): Module[] {
  const paths = [
    ...globSync(folders, { cwd: root }),
    ...globSync('*.ts', { cwd: root, exclude: ['next-env.d.ts'] }),
  ].sort()
  return paths.map((path) => parseModule({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Parses one file. Throws where it does not parse: a checker that skips files is silent for the wrong reason. */
export function parseModule({ path, text }: Source): Module {
  const { program, module, errors } = parseSync(path, text)
  const [error] = errors
  if (error) throw new Error(`${path}: ${error.message}`)
  const imports: Import[] = []
  const add = (specifier: string, names: { name: string; isType: boolean }[], erased = false) => {
    const values = names.filter(({ isType }) => !isType).map(({ name }) => name)
    const typeOnly = erased || (names.length > 0 && values.length === 0)
    imports.push({ ...resolveSpecifier(path, specifier), typeOnly, names: values })
  }
  for (const { moduleRequest, entries, start } of module.staticImports) {
    const names = entries.map(({ importName, isType }) => ({ name: nameOf(importName), isType }))
    add(moduleRequest.value, names, /^import\s+type\b/.test(text.slice(start, start + 40)))
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, importName, isType } of entries) {
      if (moduleRequest) add(moduleRequest.value, [{ name: nameOf(importName), isType }])
    }
  }
  new Visitor({
    ImportExpression: ({ source }) => {
      const literal = source.type === 'Literal' ? source.value : undefined
      if (typeof literal === 'string') add(literal, [{ name: '*', isType: false }])
    },
    TSImportType: ({ source }) => add(source.value, [], true),
  }).visit(program)
  return {
    ...{ path, text, program, imports },
    id: idOf(path),
    isTest: /\.(test|spec|test-support)\.tsx?$/.test(path) || path.startsWith('tests/'),
    directives: program.body.flatMap((node) => ('directive' in node && node.directive ? [node.directive] : [])),
  }
}

const nameOf = ({ kind, name }: { kind: string; name?: string | null | undefined }): string =>
  kind === 'Default' ? 'default' : (name ?? '*')

const idOf = (path: string): string => path.replace(/\.tsx?$/, '').replace(/\/index$/, '')

function resolveSpecifier(from: string, specifier: string): Pick<Import, 'target' | 'isPackage'> {
  if (specifier.startsWith('@/')) return { target: idOf(normalize(specifier.slice(2))), isPackage: false }
  if (specifier.startsWith('.')) return { target: idOf(normalize(join(dirname(from), specifier))), isPackage: false }
  return { target: specifier, isPackage: true }
}

/** Whether an id is one of the given, or lies in one of them: 'lib/core' holds 'lib/core/actor'. */
export const isWithin = (id: string, places: readonly string[]): boolean =>
  places.some((place) => id === place || id.startsWith(`${place}/`))

/** The package of a specifier: 'next/navigation' is of 'next', '@mantine/core/styles.css' of '@mantine/core'. */
export const packageOf = (specifier: string): string =>
  specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
