import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { platform } from 'node:process'
import { openCluster, type Identity } from './embedded-files'
import type { GuardOrders } from './embedded-guard'
import { keepServer } from './embedded-server'

const SUPERUSER = 'postgres'

export interface EmbeddedOptions {
  /** Where the cluster lives; the port is kept beside it, in `<dir>-port`. */
  dir: string
  password: string
  /** Told when the server ended by itself and runs again. */
  onRestart?: () => void
  /** For tests: nothing is synced to disk, and the folder around the data goes with the server. */
  throwaway?: boolean
}

export interface Embedded {
  port: number
  /** A URL of the superuser, or of the role given. */
  url(database: string, role?: { name: string; password: string }): string
  /** Settles when the server is gone for good, with its last lines; one that ended by itself is started again. */
  exited: Promise<string>
  stop(): Promise<void>
}

/** Runs the PostgreSQL of `dir`, made at the first call; one that a killed process left behind is stopped first. */
export async function startEmbedded({
  dir,
  password,
  throwaway = false,
  onRestart = () => {},
}: EmbeddedOptions): Promise<Embedded> {
  const { data, binaries, identity } = await openCluster(dir, password, throwaway)
  await clearLeftovers(data, binaries.pg_ctl, identity)

  const port = await keptPort(`${dir}-port`)
  const guard = startGuard({
    pgCtl: binaries.pg_ctl,
    dir: data,
    identity,
    remove: throwaway ? dirname(data) : undefined,
  })
  const server = await keepServer({
    postgres: binaries.postgres,
    args: ['-D', data, '-p', String(port), ...serverSettings(throwaway)],
    identity,
    end: () => stopServer(binaries.pg_ctl, data, identity),
    onRestart,
  })
  let stopping: Promise<void> | undefined
  return {
    port,
    url: (database, role) =>
      `postgres://${role?.name ?? SUPERUSER}:${role?.password ?? password}@127.0.0.1:${port}/${database}`,
    exited: server.exited,
    stop: () =>
      (stopping ??= server
        .stop()
        .then(() => server.exited)
        .then(() => (throwaway ? rm(dirname(data), { recursive: true, force: true, maxRetries: 5 }) : undefined))
        .then(() => void guard.kill('SIGKILL'))),
  }
}

/** The command line of a live process; undefined where there is none. */
export function commandOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined
  }
  try {
    if (platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    if (platform === 'darwin')
      return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).trim()
    return String(pid)
  } catch {
    return undefined
  }
}

/** A port of the loopback that nobody listens on. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

const serverSettings = (throwaway: boolean) =>
  [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'lc_messages=C',
    'log_min_error_statement=panic', // a statement may carry somebody's data
    ...(throwaway
      ? ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off', 'max_connections=200']
      : ['fsync=on', 'max_connections=100']),
  ].flatMap((setting) => ['-c', setting])

/** After a kill -9 the server may still run, or its pid may by now be somebody else's. */
async function clearLeftovers(dir: string, pgCtl: string, identity: Identity): Promise<void> {
  const pidFile = join(dir, 'postmaster.pid')
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  const command = pid ? commandOf(pid) : undefined
  if (command === undefined) return
  if (command.includes(dir)) await stopServer(pgCtl, dir, identity)
  else await rm(pidFile)
}

async function stopServer(pgCtl: string, dir: string, identity: Identity): Promise<void> {
  const stop = spawn(pgCtl, ['stop', '-D', dir, '-m', 'fast', '-w', '-t', '30'], { ...identity, stdio: 'ignore' })
  await new Promise((resolve, reject) => stop.once('close', resolve).once('error', reject))
}

/** Stops the server when this process dies without a word; it holds nobody awake. */
function startGuard(orders: GuardOrders): ChildProcess {
  const guard = spawn(process.execPath, [join(import.meta.dirname, 'embedded-guard.ts'), JSON.stringify(orders)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  guard.unref()
  if (guard.stdin instanceof Socket) guard.stdin.unref()
  return guard
}

/** The port of the last run when it is free, so that a saved connection keeps working. */
async function keptPort(file: string): Promise<number> {
  const kept = Number(await readFile(file, 'utf8').catch(() => '0'))
  const port = await freePort(kept).catch(() => freePort())
  await writeFile(file, `${port}\n`)
  return port
}
