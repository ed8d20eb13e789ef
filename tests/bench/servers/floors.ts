import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEXT, ROOT } from '@/lib/cli/paths'
import { childEnv, type ChildEnv } from '@/lib/env'
import type { Statement } from './tap'

const SOURCES = join(ROOT, 'tests/bench/floor')

/** The bare Next app, built; `env` is what it and the bare node server run with. */
export interface Floor {
  dir: string
  env: ChildEnv
}

/** Copies the bare Next app into `workspace` and builds it there: nothing of it is left in the sources. */
export async function buildFloor(workspace: string, superuserUrl: string): Promise<Floor> {
  const dir = join(workspace, 'floor')
  cpSync(SOURCES, dir, { recursive: true, filter: (path) => !/\.next|next-env/.test(path) })
  const env: ChildEnv = {
    ...childEnv({ NODE_ENV: 'production' }),
    BENCH_ROOT: ROOT,
    NEXT_TELEMETRY_DISABLED: '1',
    FLOOR_DATABASE_URL: superuserUrl,
  }
  const build = spawn(process.execPath, [NEXT, 'build', dir], { cwd: dir, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [build.stdout, build.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-3_000)))
  }
  const [code] = (await once(build, 'close')) as [number | null]
  if (code !== 0) throw new Error(`The bare Next app did not build:\n${said}`)
  return { dir, env }
}

/** What one submission stores, and what of it has to differ each time. */
export interface Filing {
  tables: { name: string; rows: string }[]
  ids: string[]
  reference: string
}

/** What the bare servers have to do, as it was heard and seen of the portal, by the names of its pages. */
export interface Orders {
  queries: Record<string, Statement>
  filing: Filing
  pages: Record<string, unknown>
}

export function floorWith({ dir, env }: Floor, { queries, filing, pages }: Orders): Floor {
  const file = join(dir, 'pages.json')
  writeFileSync(file, JSON.stringify(pages))
  const orders = { FLOOR_QUERIES: JSON.stringify(queries), FLOOR_FILING: JSON.stringify(filing), FLOOR_PAGES: file }
  return { dir, env: { ...env, ...orders } }
}
