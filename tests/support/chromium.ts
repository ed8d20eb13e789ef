import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const DEBIAN = '/usr/bin/chromium'
const asRoot = process.getuid?.() === 0

/** How Playwright starts the browser; without a path it takes its own. Chromium's sandbox cannot work for root. */
export function chromiumOptions(): { executablePath?: string; args: string[] } {
  const executablePath = existsSync(chromium.executablePath()) ? undefined : DEBIAN
  return { executablePath, args: asRoot ? ['--no-sandbox'] : [] }
}

/** Installs a Chromium where there is none: Debian's, else Playwright's own. Throws with what to do by hand. */
export function ensureChromium(): void {
  if (found()) return
  process.stdout.write('No Chromium on this machine: installing one …\n')
  for (const [command, ...args] of ways()) {
    try {
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: 600_000 })
    } catch {
      continue // the next way; what is missing at the end is told below
    }
    if (found()) return
  }
  throw new Error('There is no Chromium, and none could be installed. Run: sudo apt-get install chromium')
}

const found = () => existsSync(chromium.executablePath()) || existsSync(DEBIAN)

function ways(): [string, ...string[]][] {
  const root: string[] = asRoot ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => [...root, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
  return [
    apt('install', '-y', '--no-install-recommends', 'chromium'),
    apt('update'),
    apt('install', '-y', '--no-install-recommends', 'chromium'),
    ['npx', 'playwright', 'install', 'chromium'],
  ] as [string, ...string[]][]
}
