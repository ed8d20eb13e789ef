import { readdirSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { ROOT } from '@/lib/cli/paths'

const APP = join(ROOT, 'app')

const filesNamed = (pattern: RegExp): string[] =>
  readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => pattern.test(path))

const routesOf = (files: string[]) => files.map((path) => `/${dirname(path)}`).toSorted()

/** Every page of the app directory: "/[locale]/[operator]/new/[kind]". */
export const pageRoutes = (): string[] => routesOf(filesNamed(/(^|\/)page\.tsx$/))

/** Every route handler: "/api/files/[operator]/[id]". */
export const handlerRoutes = (): string[] => routesOf(filesNamed(/(^|\/)route\.tsx?$/))

/** Every file of server actions, from the root of the repository. */
export const actionFiles = (): string[] => filesNamed(/(^|\/)actions\.ts$/).map((path) => `app/${path}`)
