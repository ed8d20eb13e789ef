import { spawn, type ChildProcess } from 'node:child_process'
import { childEnv, type ChildEnv, type Env } from '@/lib/env'
import { FOLLOW_PARENT, ROOT, WEB } from './paths'

const STOP_MS = 10_000

/** One process of the portal. */
export interface Part {
  name: string
  /** Settles when the process is gone, with its exit code, why, and its last lines. */
  exited: Promise<{ code: number | null; why: string }>
  /** Lets its output through to this terminal, from now on. */
  show(): void
  stop(): Promise<void>
}

/** Starts a script with this very node, in a process group of its own. `env` is all that it gets. */
export function startPart(name: string, args: string[], env: ChildEnv): Part {
  const child = spawn(process.execPath, ['--import', FOLLOW_PARENT, ...args], {
    cwd: ROOT,
    env,
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  })
  const lines: string[] = []
  let shown = false
  const collect = (chunk: string) => {
    if (shown) process.stdout.write(chunk.replace(/^(?=.)/gm, `${name} │ `))
    lines.push(...chunk.split('\n').filter((line) => line.trim()))
    lines.splice(0, lines.length - 40)
  }
  child.stdout?.setEncoding('utf8').on('data', collect)
  child.stderr?.setEncoding('utf8').on('data', collect)

  const exited = new Promise<{ code: number | null; why: string }>((resolve) => {
    const settle = (code: number | null, why: string) =>
      resolve({ code, why: [`${name} ${why}`, ...(shown ? [] : lines)].join('\n  ') })
    child.once('error', (error) => settle(null, `did not start: ${error.message}`))
    child.once('close', (code, signal) => settle(code, `ended (${signal ?? `exit code ${code}`})`))
  })
  return { name, exited, show: () => void (shown = true), stop: () => stopChild(child, exited) }
}

/** The pages. Without `host`, on every address of the machine. */
export function startWeb(env: Env, { host, dev = false }: { host?: string; dev?: boolean } = {}): Part {
  const options = [...(dev ? ['--dev'] : []), ...(host ? [`--host=${host}`] : [])]
  return startPart('web', ['--import', 'tsx', WEB, ...options], {
    ...childEnv({ ...env, DATABASE_OWNER_URL: undefined }),
    NEXTAUTH_URL: env.PORTAL_URL,
    // Where Next asks itself: never by a name that a client gave.
    __NEXT_PRIVATE_ORIGIN: `http://127.0.0.1:${env.PORT}`,
    NEXT_TELEMETRY_DISABLED: '1',
  })
}

/** Mail and reminders; any number of them may run. */
export function startWorker(env: Env): Part {
  return startPart(
    'worker',
    ['--import', 'tsx', 'lib/worker/main.ts'],
    childEnv({ ...env, DATABASE_OWNER_URL: undefined }),
  )
}

async function stopChild(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  signalGroup(child, 'SIGTERM')
  const late = setTimeout(() => signalGroup(child, 'SIGKILL'), STOP_MS)
  await exited
  clearTimeout(late)
}

/** Next's own children are in the group too. */
function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (!pid || exitCode !== null || signalCode !== null) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
