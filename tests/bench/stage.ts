import { join } from 'node:path'
import { ROOT } from '@/lib/cli/paths'
import { officerCookie, publicPages } from './access'
import type { Lab } from './lab'
import { filingTarget, recordFiling } from './measure/filing'
import { type QueueCase, queueCases, searchTarget } from './measure/queue-cases'
import type { Target } from './measure/load'
import { recordMarkup } from './measure/markup'
import type { SeededClinic } from './seed/history'
import { type Floor, floorWith } from './servers/floors'
import { type Server, startNextApp, startPortalWeb, startScript } from './servers/serve'
import { askedOf, openTap, type Statement } from './servers/tap'
import type { Sizes } from './sizes'

/** Everything that is measured, running. */
export interface Stage {
  lab: Lab
  sizes: Sizes
  /** Smallest first. */
  clinics: readonly SeededClinic[]
  largest: SeededClinic
  smallest: SeededClinic
  /** The session of an officer of each clinic. */
  cookies: Map<SeededClinic, string>
  /** What each page of the largest clinic's queue, and the search, asks of the database. */
  heard: Record<string, Statement[]>
  web: Server
  floor: Floor
  bareNext: Server
  bareNode: Server
}

/** Starts the portal and the bare servers, which do what was heard of the portal. */
export async function setStage(
  lab: Lab,
  sizes: Sizes,
  clinics: readonly SeededClinic[],
  built: Floor,
  bareClinicId: string,
): Promise<Stage> {
  const [smallest, largest] = [clinics[0], clinics.at(-1)]
  if (!smallest || !largest) throw new Error('No clinic was seeded')
  const cookies = new Map<SeededClinic, string>()
  for (const clinic of clinics) cookies.set(clinic, await officerCookie(lab, clinic))

  const heard = await hearQueue(lab, largest, cookies.get(largest) ?? '')
  const keep = async (starting: Promise<Server>) => {
    const server = await starting
    lab.running.defer(server.stop)
    return server
  }
  const web = await keep(startPortalWeb(lab.env))
  const filing = await recordFiling(lab, await filingTarget(web.url, smallest), smallest, bareClinicId)
  const rows = Object.entries(heard).flatMap(([name, statements]): [string, Statement][] => {
    const statement = statements.find(({ text }) => /from "request"/.test(text))
    return statement ? [[name, statement]] : []
  })
  const pages = await recordMarkup(web.url, await publicPages(lab, largest))
  const floor = floorWith(built, { queries: Object.fromEntries(rows), filing, pages })
  const bareNext = await keep(startNextApp(floor.dir, floor.env, '/'))
  const bareNode = await keep(startScript(join(ROOT, 'tests/bench/servers/node-floor.ts'), floor.env, '/'))
  return { lab, sizes, clinics, largest, smallest, cookies, heard, web, floor, bareNext, bareNode }
}

export const SEARCH = 'exact search'

/** Listens to a web process of its own; what it keeps for ten seconds is warm by then, as it is for users. */
async function hearQueue(lab: Lab, clinic: SeededClinic, cookie: string): Promise<Record<string, Statement[]>> {
  const tap = await openTap(lab.env.DATABASE_URL)
  const web = await startPortalWeb(lab.env, tap.url)
  try {
    const targets: QueueCase[] = [
      ...(await queueCases(lab, web.url, clinic, cookie)),
      { name: SEARCH, target: await searchTarget(web.url, clinic, cookie) },
    ]
    const heard: Record<string, Statement[]> = {}
    for (const { name, target } of targets) {
      await ask(target)
      heard[name] = askedOf(await tap.listen(() => ask(target)))
    }
    return heard
  } finally {
    await web.stop()
    await tap.stop()
  }
}

async function ask({ url, method = 'GET', headers = {}, body }: Target): Promise<void> {
  const answer = await fetch(url, { method, headers, ...(body && { body: new Uint8Array(body) }) })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
}
