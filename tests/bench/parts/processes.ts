import { paths } from '@/lib/core/links'
import { burden, compare, type Target } from '../measure/load'
import { middle } from '../measure/sweep'
import { type Row, timesFloor } from '../rows'
import { startBalancer } from '../servers/balancer'
import { type Server, startNextApp, startPortalWeb } from '../servers/serve'
import type { Stage } from '../stage'

const MB = 1_048_576
const MEMORY_TIMES_BARE = 2
const SETTLE_MS = 1_500

/** Time to the first answer and memory of a web process, beside a bare Next app under the same load. */
export async function measureProcess(stage: Stage): Promise<Row[]> {
  const { lab, floor, largest, cookies, sizes } = stage
  const cookie = cookies.get(largest) ?? ''
  const part = 'Web process'
  const queue = (url: string): Target[] => [
    { url: url + paths.operator('ru', largest.operator.slug) },
    { url: url + paths.queue('ru', largest.operator.slug), headers: { cookie } },
  ]
  const bare = (url: string): Target[] => [{ url: `${url}/` }, { url: `${url}/rows?query=first%20page` }]
  const portalStarts: number[] = []
  const bareStarts: number[] = []
  for (let start = 1; start < sizes.starts; start++) {
    portalStarts.push(await startAlone(() => startPortalWeb(lab.env)))
    bareStarts.push(await startAlone(() => startNextApp(floor.dir, floor.env, '/')))
  }
  const portalMemory = await memoryOf(() => startPortalWeb(lab.env), queue, sizes.burden)
  const bareMemory = await memoryOf(() => startNextApp(floor.dir, floor.env, '/'), bare, sizes.burden)
  const figure = middle([...portalStarts, portalMemory.readyMs])
  const start = middle([...bareStarts, bareMemory.readyMs])
  return [
    { part, what: 'from start to first page', unit: 'ms', figure, floor: start },
    { part, what: 'memory at rest', unit: 'MB', figure: portalMemory.rest, floor: bareMemory.rest },
    {
      ...{ part, what: `memory after ${sizes.burden} pages`, unit: 'MB' },
      ...{ figure: portalMemory.after, floor: bareMemory.after, budget: timesFloor(MEMORY_TIMES_BARE) },
    },
  ]
}

async function startAlone(start: () => Promise<Server>): Promise<number> {
  const server = await start()
  await server.stop()
  return server.readyMs
}

async function memoryOf(start: () => Promise<Server>, targets: (url: string) => Target[], amount: number) {
  const server = await start()
  try {
    await settle()
    const rest = server.memory() / MB
    const own = targets(server.url)
    for (const target of own) await burden(target, Math.ceil(amount / own.length), 10)
    await settle()
    return { rest, after: server.memory() / MB, readyMs: server.readyMs }
  } finally {
    await server.stop()
  }
}

/** What a process gives back when nobody asks anything is not counted against it. */
const settle = () => new Promise((resolve) => setTimeout(resolve, SETTLE_MS))

/** Several web processes behind one port and on one database, beside one of them. Ends the servers of all other parts. */
export async function measureScaling({ lab, largest, cookies, sizes, web, bareNext, bareNode }: Stage): Promise<Row[]> {
  // Their pools keep some thirty connections, and four processes may open 56 of the 100 that there are.
  for (const server of [web, bareNext, bareNode]) await server.stop()
  const part = 'Web processes on one database'
  const headers = { cookie: cookies.get(largest) ?? '' }
  const rates = new Map<number, number>()
  for (const count of [1, 2, 4]) {
    await using running = new AsyncDisposableStack()
    const servers: Server[] = []
    for (let started = 0; started < count; started++) {
      const server = await startPortalWeb(lab.env)
      running.defer(server.stop)
      servers.push(server)
    }
    const balancer = await startBalancer(servers.map(({ url }) => url))
    running.defer(balancer.stop)
    const url = balancer.url + paths.queue('ru', largest.operator.slug)
    const [load] = await compare([{ url, headers }] as const, 48, sizes.seconds)
    rates.set(count, load.perSecond)
  }
  const floor = rates.get(1) ?? 0
  return [...rates].map(([count, figure]) => ({
    ...{
      part,
      what: `dashboard, 48 at a time, ${count} web ${count === 1 ? 'process' : 'processes'}`,
      unit: '/s',
      figure,
      floor,
    },
  }))
}
