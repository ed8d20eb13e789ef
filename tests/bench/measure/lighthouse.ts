import type { Browser } from '@playwright/test'
import { chromium } from '@playwright/test'
import lighthouse, { type RunnerResult } from 'lighthouse'
import { freePort } from '@/db/embedded'
import { chromiumOptions } from '../../support/chromium'

const categories = ['performance', 'accessibility', 'best-practices'] as const
type Result = RunnerResult['lhr']
type Category = (typeof categories)[number]

export interface Score {
  points: number
  /** What cost points. */
  failed: string[]
}
export type Scores = Record<Category, Score>

/** Lighthouse's mobile preset, points of 100: a slow phone on a slow network. Of several runs, the middle of each score. */
export async function scorePage(url: string, headers: Record<string, string>, runs: number): Promise<Scores> {
  const all: Scores[] = []
  for (let run = 0; run < runs; run++) all.push(await scoreOnce(url, headers))
  const middle = (category: Category) =>
    all.map((scores) => scores[category]).sort((a, b) => a.points - b.points)[Math.floor(all.length / 2)]
  return Object.fromEntries(categories.map((category) => [category, middle(category)])) as Scores
}

async function scoreOnce(url: string, headers: Record<string, string>): Promise<Scores> {
  const port = await freePort()
  const browser = await launch(port)
  try {
    const result = await lighthouse(url, {
      ...{ port, output: 'json', logLevel: 'silent', onlyCategories: [...categories], extraHeaders: headers },
    })
    if (!result || result.lhr.runtimeError)
      throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
    return Object.fromEntries(categories.map((category) => [category, scoreOf(result.lhr, category)])) as Scores
  } finally {
    await browser.close()
  }
}

function scoreOf({ categories: scored, audits }: Result, category: Category): Score {
  const { score, auditRefs = [] } = scored[category] ?? {}
  const counted = auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
  return { points: Math.round((score ?? 0) * 100), failed: counted.map(({ id }) => id) }
}

function launch(port: number): Promise<Browser> {
  const { args, ...options } = chromiumOptions()
  return chromium.launch({ ...options, args: [...args, `--remote-debugging-port=${port}`] })
}
