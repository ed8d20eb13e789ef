import type postgres from 'postgres'
import { paths } from '@/lib/core/links'
import { someRequest } from '../access'
import { compare, type Target } from '../measure/load'
import { explain } from '../measure/plans'
import { queueCases, searchTarget } from '../measure/queue-cases'
import { middle } from '../measure/sweep'
import { atMost, type Row, timesFloor } from '../rows'
import type { SeededClinic } from '../seed/history'
import { SEARCH, type Stage } from '../stage'
import type { Statement } from '../servers/tap'
import { tail } from './public'

const TIMES_BARE = 1.5
const STATEMENTS = 3
const GROWTH = 1.2

const bareUrl = (url: string, name: string) => `${url}/rows?query=${encodeURIComponent(name)}`

/** Each page of the largest queue, with session check and counters, beside a bare page with the same rows. */
export async function measureQueue(stage: Stage): Promise<Row[]> {
  const { lab, largest, web, bareNext, bareNode, sizes, heard } = stage
  const part = `Dashboard (the officers' queue) of ${largest.requests.toLocaleString('en')} requests`
  const rows: Row[] = []
  const targets = await allTargets(stage, largest)
  for (const [name, target] of targets) {
    const bare = { url: bareUrl(bareNext.url, name) }
    const [floor, page] = await compare([bare, target] as const, 1, sizes.seconds)
    rows.push({
      ...{ part, what: `${name}, p50`, unit: 'ms', figure: page.p50, floor: floor.p50 },
      budget: timesFloor(TIMES_BARE),
    })
  }
  const [, first] = targets[0] ?? []
  if (!first) return rows
  for (const connections of [10, 50]) {
    const bare = { url: bareUrl(bareNext.url, 'first page') }
    const [floor, page] = await compare([bare, first] as const, connections, sizes.seconds)
    const what = `first page, ${connections} at a time`
    rows.push(
      { part, what: `${what}, p50`, unit: 'ms', figure: page.p50, floor: floor.p50 },
      ...tail(part, what, page, floor),
      { part, what: `${what}, answers`, unit: '/s', figure: page.perSecond, floor: floor.perSecond },
    )
  }
  const node = { url: bareUrl(bareNode.url, 'first page') }
  const [server, again] = await compare([node, first] as const, 1, sizes.seconds)
  const statement = heard['first page']?.find(({ text }) => /from "request"/.test(text))
  if (statement) {
    const figure = await timeStatement(lab.sql, statement)
    rows.push({ part, what: 'first page, its rows by postgres.js alone, p50', unit: 'ms', figure })
  }
  rows.push({
    part,
    what: 'first page beside a bare node:http server, p50',
    unit: 'ms',
    figure: again.p50,
    floor: server.p50,
  })
  const url = web.url + paths.request('ru', largest.operator.slug, (await someRequest(lab, largest)).id)
  const [bareCase, page] = await compare([{ url: bareNext.url }, { ...first, url }] as const, 1, sizes.seconds)
  rows.push({ part, what: 'a case (audited reading), p50', unit: 'ms', figure: page.p50, floor: bareCase.p50 })
  return rows
}

/** What the pages ask of the database, and whether an index answers it. */
export async function measurePlans({ lab, largest, heard }: Stage): Promise<Row[]> {
  const part = `Statements of the dashboard (the officers' queue)`
  const scope = { operatorId: largest.operator.id, staffId: largest.officers[0]?.id ?? '' }
  const rows: Row[] = []
  for (const [name, statements] of Object.entries(heard)) {
    const facts = await explain(lab.sql, scope, statements)
    const counted: Row = { part, what: `${name}, statements`, unit: 'statements', figure: statements.length }
    rows.push(
      // A search is written into the audit log as well.
      name === SEARCH ? counted : { ...counted, budget: atMost(STATEMENTS) },
      { part, what: `${name}, planned and run`, unit: 'ms', figure: facts.milliseconds },
      {
        ...{ part, what: wholeText(name, facts.wholeTables), unit: 'scans', figure: facts.wholeTables.length },
        budget: atMost(0),
      },
    )
  }
  return rows
}

const wholeText = (name: string, tables: readonly string[]) =>
  `${name}, tables read whole${tables.length > 0 ? `: ${tables.join(', ')}` : ''}`

/** The same pages at the smallest and the largest clinic. */
export async function measureGrowth(stage: Stage): Promise<Row[]> {
  const { clinics, sizes } = stage
  const part = 'Growth of the dashboard with the number of requests'
  const measured = await Promise.all(clinics.map((clinic) => allTargets(stage, clinic)))
  const rows: Row[] = []
  for (const name of ['first page', 'deep page', 'one kind', SEARCH]) {
    const targets = measured.flatMap((own) => own.filter(([known]) => known === name).map(([, target]) => target))
    const loads = await compare(targets, 1, sizes.seconds)
    const [least] = loads
    for (const [place, load] of loads.entries()) {
      if (!least || place === 0) continue
      rows.push({
        ...{ part, what: `${name}, ${sizeText(clinics, place)}, p50`, unit: 'ms', figure: load.p50, floor: least.p50 },
        ...(place === loads.length - 1 && { budget: timesFloor(GROWTH) }),
      })
    }
  }
  return rows
}

export const sizeText = (clinics: readonly SeededClinic[], place: number): string =>
  `${clinics[place]?.requests.toLocaleString('en')} beside ${clinics[0]?.requests.toLocaleString('en')}`

async function allTargets({ lab, web, cookies }: Stage, clinic: SeededClinic): Promise<[string, Target][]> {
  const cookie = cookies.get(clinic) ?? ''
  const cases = await queueCases(lab, web.url, clinic, cookie)
  const search = await searchTarget(web.url, clinic, cookie)
  return [...cases.map(({ name, target }): [string, Target] => [name, target]), [SEARCH, search]]
}

async function timeStatement(sql: postgres.Sql, { text, params }: Statement): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 200; run++) {
    const begin = performance.now()
    await sql.unsafe(text, params as string[], { prepare: true })
    times.push(performance.now() - begin)
  }
  return middle(times)
}
