import { execFileSync } from 'node:child_process'
import { existsSync, globSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { debianPackages } from '../support/debian'

export type Engine = 'chromium' | 'firefox' | 'webkit'

interface Places {
  /** The program that shows pages. */
  binary: string
  /** The program that drives it, where it is another. */
  driver?: string
}

const packages: Record<Engine, string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
}

/** Where the engine is on this machine, after Debian's packages were tried; undefined where it could not be found. */
export function findEngine(engine: Engine): Places | undefined {
  if (!lookFor[engine]()) debianPackages(packages[engine])
  return lookFor[engine]()
}

const which = (name: string): string | undefined => {
  try {
    return execFileSync('which', [name], { encoding: 'utf8' }).trim() || undefined
  } catch {
    return undefined
  }
}

const lookFor: Record<Engine, () => Places | undefined> = {
  chromium: () => placed(existsSync(chromium.executablePath()) ? chromium.executablePath() : which('chromium')),
  firefox: () => placed(which('firefox-esr') ?? which('firefox')),
  webkit: () => {
    const [binary] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')
    const driver = which('WebKitWebDriver')
    return binary && driver && which('Xvfb') ? { binary, driver } : undefined
  },
}

const placed = (binary: string | undefined): Places | undefined => (binary ? { binary } : undefined)
