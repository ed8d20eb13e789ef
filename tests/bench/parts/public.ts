import { publicPages } from '../access'
import { compare, type Load } from '../measure/load'
import { leastOfFloor, type Row, timesFloor } from '../rows'
import type { Stage } from '../stage'

const CONNECTIONS = [1, 10, 50] as const
const P50_TIMES_BARE = 1.5
const RATE_OF_BARE = 2 / 3

/** Each public page beside a bare page that is rendered for each visitor too. */
export async function measurePublic({ lab, largest, web, bareNext, sizes }: Stage): Promise<Row[]> {
  const part = 'Public pages'
  const rows: Row[] = []
  for (const { name, path, headers } of await publicPages(lab, largest)) {
    const target = { url: web.url + path, headers }
    for (const connections of CONNECTIONS) {
      const [bare, page] = await compare([{ url: bareNext.url }, target] as const, connections, sizes.seconds)
      rows.push(...comparison(part, name, connections, page, bare))
    }
    // How much of it is the page's own size: the same elements, by the same bare app.
    const same = { url: `${bareNext.url}/same?page=${encodeURIComponent(name)}` }
    const [bare, page] = await compare([same, target] as const, 1, sizes.seconds)
    const what = `${name}, 1 at a time, p50 beside a bare page of the same elements`
    rows.push({ part, what, unit: 'ms', figure: page.p50, floor: bare.p50 })
  }
  return rows
}

/** Time is judged with one connection, where nothing waits in a queue; the rate with ten. */
function comparison(part: string, name: string, connections: number, page: Load, bare: Load): Row[] {
  const what = `${name}, ${connections} at a time`
  return [
    {
      ...{ part, what: `${what}, p50`, unit: 'ms', figure: page.p50, floor: bare.p50 },
      ...(connections === 1 && { budget: timesFloor(P50_TIMES_BARE) }),
    },
    ...(connections === 1 ? [] : tail(part, what, page, bare)),
    {
      ...{ part, what: `${what}, answers`, unit: '/s', figure: page.perSecond, floor: bare.perSecond },
      ...(connections === 10 && { budget: leastOfFloor(RATE_OF_BARE) }),
    },
  ]
}

export const tail = (part: string, what: string, page: Load, bare: Load): Row[] => [
  { part, what: `${what}, p95`, unit: 'ms', figure: page.p95, floor: bare.p95 },
  { part, what: `${what}, p99`, unit: 'ms', figure: page.p99, floor: bare.p99 },
]
