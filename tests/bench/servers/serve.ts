import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { freePort } from '@/db/embedded'
import { FOLLOW_PARENT, NEXT, ROOT, WEB } from '@/lib/cli/paths'
import { childEnv, type ChildEnv, type Env } from '@/lib/env'

const READY_MS = 60_000

/** One server process that is measured. */
export interface Server {
  url: string
  /** Milliseconds from the start of the process to its first answer. */
  readyMs: number
  /** Resident memory now, in bytes. */
  memory(): number
  stop(): Promise<void>
}

/** The portal's pages from the production build. `databaseUrl` in place of the usual way to the database. */
export async function startPortalWeb(env: Env, databaseUrl = env.DATABASE_URL): Promise<Server> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const settings = childEnv({ ...env, DATABASE_URL: databaseUrl, PORTAL_URL: url, PORT: port })
  return startServer(['--import', 'tsx', WEB, '--host=127.0.0.1'], settings, url, '/ru')
}

/** A Next app beside the portal, served in the same way. */
export async function startNextApp(dir: string, env: ChildEnv, path: string): Promise<Server> {
  const port = await freePort()
  return startServer([NEXT, 'start', dir, '-p', String(port), '-H', '127.0.0.1'], env, `http://127.0.0.1:${port}`, path)
}

/** Any script for node that listens on the port in its environment. */
export async function startScript(file: string, env: ChildEnv, path: string): Promise<Server> {
  const port = await freePort()
  return startServer(['--import', 'tsx', file], { ...env, PORT: String(port) }, `http://127.0.0.1:${port}`, path)
}

async function startServer(args: string[], env: ChildEnv, url: string, path: string): Promise<Server> {
  const begin = performance.now()
  const child = spawn(process.execPath, ['--import', FOLLOW_PARENT, ...args], {
    cwd: ROOT,
    env: { ...env, NEXTAUTH_URL: url, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (said = (said + chunk).slice(-2_000)))
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await gone
  }
  const isUp = await Promise.race([untilAnswers(url + path), gone.then(() => false)])
  if (!isUp) {
    await stop()
    throw new Error(`${url}${path} did not answer: ${said}`)
  }
  return { url, readyMs: performance.now() - begin, memory: () => residentBytes(child.pid ?? 0), stop }
}

async function untilAnswers(url: string): Promise<boolean> {
  const deadline = AbortSignal.timeout(READY_MS)
  while (!deadline.aborted) {
    const answer = await fetch(url, { signal: deadline }).catch(() => undefined)
    await answer?.arrayBuffer()
    if (answer?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  return false
}

function residentBytes(pid: number): number {
  const kilobytes =
    process.platform === 'linux'
      ? /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(kilobytes) * 1024
}
