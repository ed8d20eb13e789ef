import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ROOT } from '@/lib/cli/paths'

export interface WorkerProcess {
  /** kill -9, and gone. */
  kill(): Promise<void>
  /** Lets what it does end. */
  stop(): Promise<void>
  /** Settles when it is gone, whoever ended it. */
  exited: Promise<unknown>
}

/** A worker as it runs in production, in a process of its own, with this test's settings. Resolves when it works. */
export async function startWorkerProcess(smtpUrl: string): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', SMTP_URL: smtpUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  const exited = once(child, 'exit')
  const started = new Promise<void>((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      lines.push(line)
      if (line.includes('"worker-started"')) resolve()
    })
  })
  const failed = exited.then(() => Promise.reject(new Error(`The worker ended:\n${lines.slice(-20).join('\n')}`)))
  await Promise.race([started, failed])
  failed.catch(() => {}) // from now on its end is the test's doing
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await exited
  }
  return { kill: end('SIGKILL'), stop: end('SIGTERM'), exited }
}

/** Keeps a worker running as a service manager does: one that ends by itself is followed by another. */
export function superviseWorker(smtpUrl: string, onRestart: () => Promise<void>): { stop(): Promise<number> } {
  let isStopping = false
  let restarts = 0
  let current: WorkerProcess | undefined
  const run = async () => {
    while (!isStopping) {
      // One that ends before it works is followed by another all the same.
      current = await startWorkerProcess(smtpUrl).catch(() => undefined)
      await current?.exited
      if (isStopping) return
      restarts += 1
      await onRestart()
    }
  }
  const running = run()
  return {
    stop: async () => {
      isStopping = true
      await current?.stop()
      await running
      return restarts
    },
  }
}
