import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@/db/embedded'
import { FOLLOW_PARENT, ROOT, WEB } from '@/lib/cli/paths'
import { childEnv, parseEnv } from '@/lib/env'

const READY = /web\.started/

/** The pages as they run in production, in a process of their own. */
export interface BuiltWeb {
  url: string
  pid: number
  /** All that the process has written by now. */
  log(): string
  stop(): Promise<void>
  /** Settles when it is gone, whoever ended it. */
  exited: Promise<unknown>
}

/**
 * Starts the production build with this test's settings (`useDatabase`) and those given. The setup has built it.
 * @param largestFile in bytes: beyond it the process finds its disk full
 */
export async function startBuiltWeb(
  settings: Record<string, string> = {},
  { largestFile }: { largestFile?: number } = {},
): Promise<BuiltWeb> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = parseEnv({ ...process.env, NODE_ENV: 'production', PORTAL_URL: url, PORT: String(port), ...settings })
  const web = [process.execPath, '--import', FOLLOW_PARENT, '--import', 'tsx', WEB]
  // A shell counts in blocks of 512 bytes.
  const limited = ['sh', '-c', `ulimit -f ${Math.ceil((largestFile ?? 0) / 512)}; exec "$@"`, 'sh', ...web]
  const [command = '', ...args] = largestFile === undefined ? web : limited
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...childEnv(env), NEXTAUTH_URL: url, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const exited = once(child, 'close')
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (chunk: string) => {
        said += chunk
        if (READY.test(said)) resolve()
      })
    child.once('exit', () => reject(new Error(`The pages did not start:\n${said}`)))
  })
  const stop = async () => {
    child.kill('SIGTERM')
    await exited
  }
  return { url, pid: child.pid ?? 0, log: () => said, stop, exited }
}
