import { isNamed } from '@/lib/core/errors'
import { describeFaults, getEnv, runsUnderNpm, type Env } from '@/lib/env'

/** A fault that the person at the terminal can mend: shown as it is, without a stack. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}

/** The settings; throws a `StartFault` with one line for each that is wrong. */
export function requireEnv(): Env {
  try {
    return getEnv()
  } catch (error) {
    throw new StartFault(describeFaults(error).join('\n'), { cause: error })
  }
}

/** Runs one command of the terminal; what it throws is shown and ends the process with code 1. */
export function runCommand(command: () => Promise<void>): void {
  const run = async () => command()
  run().catch((error: unknown) => {
    const lines = isNamed(error, 'StartFault')
      ? error.message
      : String((error instanceof Error && error.stack) || error)
    console.error(lines.replace(/^(?=\S)/gm, '✗ '))
    process.exit(1)
  })
}

/** Shows a step while it runs, with its seconds, and when it is done. */
export async function showStep<T>(name: string, work: Promise<T>): Promise<T> {
  const begin = performance.now()
  const seconds = () => `${((performance.now() - begin) / 1000).toFixed(0)} s`
  const tick = process.stdout.isTTY
    ? setInterval(() => process.stdout.write(`\r  … ${name} ${seconds()}\u001b[K`), 1000)
    : undefined
  if (!tick) console.log(`  … ${name}`)
  try {
    const result = await work
    console.log(`${process.stdout.isTTY ? '\r\u001b[K' : ''}  ✓ ${name} (${seconds()})`)
    return result
  } finally {
    clearInterval(tick)
  }
}

/** Resolves at Ctrl-C or a SIGTERM. Later ones change nothing: the stop is under way. */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    if (!runsUnderNpm()) return
    // npm gives a SIGTERM to its shell, which dies and passes nothing on: an orphan was asked to stop.
    const shell = process.ppid
    setInterval(() => process.ppid !== shell && resolve(), 500).unref()
  })
}
