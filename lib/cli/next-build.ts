import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { childEnv } from '@/lib/env'
import { startPart, type Part } from './parts'
import { NEXT, ROOT } from './paths'
import { StartFault } from './terminal'

/** What the pages are built from; the image has all of it, or would take its pages for those of other sources. */
export const SOURCES = [
  'app',
  'lib',
  'db',
  'emails',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]
const BUILD_ID = join(ROOT, '.next/BUILD_ID')
const STAMP = join(ROOT, '.next/source-hash')

/** Whether `.next` holds the pages of these very sources. */
export const isBuilt = () => existsSync(BUILD_ID) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hashSources()

/** Starts a production build; `finished` settles when the pages are there, and throws the build's last lines. */
export function startBuild(): Part & { finished: Promise<void> } {
  const hash = hashSources()
  rmSync(STAMP, { force: true })
  const env = { ...childEnv({ NODE_ENV: 'production' }), NEXT_TELEMETRY_DISABLED: '1' }
  const part = startPart('next build', [NEXT, 'build'], env)
  const finished = part.exited.then(({ code, why }) => {
    if (code !== 0) throw new StartFault(why)
    writeFileSync(STAMP, hash)
  })
  return { ...part, finished }
}

/** Tests are no part of the pages: a change of them builds nothing. */
function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf)) {
    if (!/\.test\.tsx?$/.test(file))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(ROOT, file)))
  }
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  const absolute = join(ROOT, path)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [path]
  const names = readdirSync(absolute, { recursive: true, encoding: 'utf8' }).toSorted()
  return names.map((name) => join(path, name)).filter((name) => statSync(join(ROOT, name)).isFile())
}
