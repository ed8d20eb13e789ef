import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:process'
import { setTimeout } from 'node:timers/promises'
import type { Identity } from './embedded-files'

/** A server that ended by itself is started again for so long; its children may hold the data for a moment. */
const PATIENCE_MS = 30_000
const BETWEEN_MS = 200

export interface ServerOrders {
  postgres: string
  args: string[]
  identity: Identity
  /** Ends the server that runs, if one does. */
  end(): Promise<void>
  /** Told when one that ended by itself runs again. */
  onRestart: () => void
}

export interface KeptServer {
  /** Settles when the server is gone for good, with its last lines: it was stopped, or does not start any more. */
  exited: Promise<string>
  stop(): Promise<void>
}

/** Runs PostgreSQL, and starts it again when it ends by itself. Resolves when connections are taken. */
export async function keepServer(orders: ServerOrders): Promise<KeptServer> {
  let isWanted = true
  const keep = async (running: RunningServer): Promise<string> => {
    const last = await running.exited
    const next = isWanted ? await restart(orders, () => isWanted) : undefined
    if (!next) return last
    // One that was coming up while it was stopped.
    if (!isWanted) await orders.end()
    else orders.onRestart()
    return keep(next)
  }
  const exited = keep(await startServer(orders))
  const stop = () => {
    isWanted = false
    return orders.end()
  }
  return { exited, stop }
}

async function restart(orders: ServerOrders, isWanted: () => boolean): Promise<RunningServer | undefined> {
  const deadline = performance.now() + PATIENCE_MS
  while (isWanted() && performance.now() < deadline) {
    try {
      return await startServer(orders)
    } catch {
      await setTimeout(BETWEEN_MS)
    }
  }
  return undefined
}

interface RunningServer {
  exited: Promise<string>
}

/** Resolves when connections are taken, with the promise of the end; rejects with the server's words when it gives up. */
function startServer({ postgres, args, identity }: ServerOrders): Promise<RunningServer> {
  const server: ChildProcess = spawn(postgres, args, {
    ...identity,
    detached: platform !== 'win32', // Ctrl-C in a terminal must reach the portal first
    stdio: ['ignore', 'ignore', 'pipe'],
    windowsHide: true,
  })
  const lines: string[] = []
  return new Promise((resolve, reject) => {
    const exited = new Promise<string>((settle) => {
      server.once('error', (error) => settle(error.message))
      // Not 'close': after a kill -9 its children hold the pipe a little longer.
      server.once('exit', () => settle(lines.slice(-5).join('\n  ')))
    })
    void exited.then((last) => reject(new Error(`PostgreSQL did not start:\n  ${last}`)))
    server.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      lines.push(...chunk.split('\n').filter(Boolean))
      lines.splice(0, lines.length - 20)
      if (chunk.includes('ready to accept connections')) resolve({ exited })
    })
  })
}
