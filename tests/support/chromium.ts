import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Debian's: the shell has no windows to draw and takes less than half the time. */
const SHELL = '/usr/bin/chromium-headless-shell'
const WHOLE = '/usr/bin/chromium'
const asRoot = process.getuid?.() === 0

/** How Playwright starts the browser; without a path it takes its own. Chromium's sandbox cannot work for root. */
export function chromiumOptions(): { executablePath?: string; args: string[] } {
  const executablePath = hasOwn() ? undefined : [SHELL, WHOLE].find((path) => existsSync(path))
  return { executablePath, args: asRoot ? ['--no-sandbox'] : [] }
}

/** Installs a Chromium where there is none, or none without windows: Debian's, else Playwright's own. Throws with what to do by hand. */
export function ensureChromium(): void {
  if (hasOwn() || existsSync(SHELL)) return
  process.stdout.write('No Chromium without windows on this machine: installing one …\n')
  for (const [command, ...args] of ways()) {
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 })
    } catch {
      continue // the next way; what is missing at the end is told below
    }
    if (hasOwn() || existsSync(SHELL)) return
  }
  if (!existsSync(WHOLE))
    throw new Error(
      'There is no Chromium, and none could be installed. Run: sudo apt-get install chromium-headless-shell',
    )
}

const hasOwn = () => existsSync(chromium.executablePath())

function* ways(): Generator<[string, ...string[]]> {
  const root: string[] = asRoot ? [] : ['sudo', '-n']
  const apt = (...args: string[]): [string, ...string[]] =>
    [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args] as [string, ...string[]]
  const install = (name: string) => apt('install', '-y', '--no-install-recommends', name)
  yield install('chromium-headless-shell')
  yield apt('update')
  yield install('chromium-headless-shell')
  // Where there is no shell of its own.
  if (!existsSync(WHOLE)) yield install('chromium')
  if (!existsSync(WHOLE)) yield ['npx', 'playwright', 'install', 'chromium']
}
