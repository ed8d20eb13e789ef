// A process beside PostgreSQL. Its standard input ends with the process that started it, however that died; then it
// stops the server. Run by node itself, so that nothing but this file is loaded.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'

/** What the guard is told, as JSON in its first argument. */
export interface GuardOrders {
  pgCtl: string
  dir: string
  identity: { uid?: number; gid?: number; cwd?: string }
  /** Removed after the stop: a test's folder. */
  remove?: string
}

const orders = JSON.parse(process.argv[2] ?? '') as GuardOrders

process.stdin.resume().once('close', () => {
  const mode = orders.remove ? 'immediate' : 'fast'
  spawnSync(orders.pgCtl, ['stop', '-D', orders.dir, '-m', mode, '-w'], { ...orders.identity, stdio: 'ignore' })
  if (orders.remove) rmSync(orders.remove, { recursive: true, force: true, maxRetries: 5 })
})
