import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '@/db/embedded'
import { childEnv, parseEnv, type Env } from '@/lib/env'
import { isBuilt, startBuild } from './next-build'
import { openPortalDatabase, type PortalDatabase } from './database'
import { takeLock } from './lock'
import { startMailCatcher } from './mail-catcher'
import { startPart, startWeb, startWorker } from './parts'
import { loadSecrets } from './secrets'
import { StartFault } from './terminal'

const READY_MS = 60_000

export interface PortalOptions {
  dataDir: string
  port: number
  /** Accounts and requests to look at, and a page that shows the caught mail. */
  demo: boolean
  /** `next dev` in place of a production build. */
  dev?: boolean
  /** For tests: the database is not synced to disk. */
  throwaway?: boolean
  /** Wraps each step, to show it. */
  step?: <T>(name: string, work: Promise<T>) => Promise<T>
}

export interface Portal {
  /** The settings of web and worker. */
  env: Env
  database: PortalDatabase
  /** Settles when a part ends that was not asked to, with its name and last lines. */
  failed: Promise<string>
}

/** A portal that may still be starting; `stop` ends what runs by now, and makes a pending `ready` throw. */
export interface StartingPortal {
  ready: Promise<Portal>
  stop(): Promise<void>
}

/** Starts everything on one machine: PostgreSQL, mail catcher, web, worker. `ready` when the health page answers. */
export function startPortal(options: PortalOptions): StartingPortal {
  const running = new AsyncDisposableStack()
  const stop = () => running.disposeAsync()
  const ready = start(options, running).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  return { ready, stop }
}

async function start(options: PortalOptions, running: AsyncDisposableStack): Promise<Portal> {
  const { dataDir, port, step = (_name, work) => work } = options
  makeWritable(dataDir)
  running.defer(takeLock(join(dataDir, 'lock')))
  await freePort(port).catch(() => {
    throw new StartFault(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
  })
  const secrets = loadSecrets(dataDir)
  const mail = await keep(running, startMailCatcher({ DATA_DIR: dataDir, MASTER_KEY: secrets.masterKey }))

  const openDatabase = async () => {
    const onRestart = () => console.log('database │ PostgreSQL ended by itself and runs again')
    const database = await openPortalDatabase(dataDir, secrets, { throwaway: options.throwaway, onRestart })
    await keep(running, database.server)
    const env = parseEnv({
      NODE_ENV: options.dev ? 'development' : 'production',
      DATABASE_URL: database.appUrl,
      SMTP_URL: mail.url,
      PORTAL_URL: `http://localhost:${port}`,
      MASTER_KEY: secrets.masterKey,
      NEXTAUTH_SECRET: secrets.sessionSecret,
      MAIL_FROM: 'portal@localhost.localdomain',
      DATA_DIR: dataDir,
      DEMO: options.demo ? '1' : '0',
      PORT: String(port),
    })
    await migrateAsOwner(env, database.ownerUrl, running)
    return { database, env }
  }
  const [{ database, env }] = await together(running, [
    step('Database', openDatabase()),
    options.dev || isBuilt() ? undefined : step('Pages, built once', buildPages(running)),
  ])
  const web = await keep(running, startWeb(env, { host: '127.0.0.1', dev: options.dev }))
  const worker = await keep(running, startWorker(env))
  const failed = Promise.race([
    ...[web, worker].map((part) => part.exited.then(({ why }) => why)),
    database.server.exited.then((last) => `PostgreSQL ended\n  ${last}`),
  ])
  await step('Web and worker', Promise.race([untilHealthy(env.PORTAL_URL), failed.then(refuse)]))
  web.show()
  worker.show()
  return { env, database, failed }
}

/** When one fails the other is stopped, and has ended, before the fault goes on: nothing is left behind. */
async function together<A, B>(running: AsyncDisposableStack, works: [Promise<A>, B | Promise<B>]): Promise<[A, B]> {
  try {
    return await Promise.all(works)
  } catch (error) {
    await running.disposeAsync()
    await Promise.allSettled(works)
    throw error
  }
}

const refuse = (why: string): never => {
  throw new StartFault(why)
}

/** Hands a thing that runs to the stack; one that came up after the stop is stopped at once. */
async function keep<T extends { stop(): Promise<void> }>(running: AsyncDisposableStack, starting: T | Promise<T>) {
  const thing = await starting
  if (running.disposed) {
    await thing.stop()
    throw new StartFault('Stopped')
  }
  running.defer(() => thing.stop())
  return thing
}

/** In a process of its own, as on a database of one's own: the owner's URL never reaches web or worker. */
async function migrateAsOwner(env: Env, ownerUrl: string, running: AsyncDisposableStack): Promise<void> {
  const settings = childEnv({ ...env, DATABASE_OWNER_URL: ownerUrl })
  const part = await keep(running, startPart('migrate', ['--import', 'tsx', 'lib/cli/migrate.ts'], settings))
  const { code, why } = await part.exited
  if (code !== 0) throw new StartFault(why)
}

async function buildPages(running: AsyncDisposableStack): Promise<void> {
  const build = await keep(running, startBuild())
  await build.finished
}

/** As root even a folder without permissions is writable, but not one of a read-only disk: only a try tells. */
function makeWritable(dataDir: string): void {
  const probe = join(dataDir, '.writable')
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    throw new StartFault(`Cannot write to ${dataDir} (${reason}). Put the portal in a folder that you may write to.`, {
      cause: error,
    })
  }
}

async function untilHealthy(url: string): Promise<void> {
  const deadline = AbortSignal.timeout(READY_MS)
  while (!deadline.aborted) {
    const answer = await fetch(`${url}/api/health`, { signal: deadline }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new StartFault(`${url}/api/health did not answer in ${READY_MS / 1000} s`)
}
