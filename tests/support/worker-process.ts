import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { ROOT } from '@/lib/cli/paths'

export interface WorkerProcess {
  /** kill -9, and gone. */
  kill(): Promise<void>
  /** Lets what it does end. */
  stop(): Promise<void>
  /** Resolves when it works; rejects when it ends before. */
  started: Promise<void>
  /** Settles when it is gone, whoever ended it. */
  exited: Promise<unknown>
}

/** A worker as it runs in production, in a process of its own, with this test's settings. */
export function startWorkerProcess(smtpUrl: string): WorkerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/worker/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', SMTP_URL: smtpUrl },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const lines: string[] = []
  const exited = once(child, 'exit')
  const output = createInterface(child.stderr)
  const started = new Promise<void>((resolve, reject) => {
    output.on('line', (line) => {
      lines.push(line)
      if (line.includes('"worker.started"')) resolve()
    })
    child.once('exit', () => reject(new Error(`The worker ended:\n${lines.slice(-20).join('\n')}`)))
  })
  started.catch(() => {}) // a test may kill it before
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await exited
  }
  return { kill: end('SIGKILL'), stop: end('SIGTERM'), started, exited }
}
