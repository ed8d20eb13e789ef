import { beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import type { StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { queueFilters, type QueueQuery, type QueueRow } from '@/lib/requests/model'
import { listQueue } from '@/lib/requests/queue'
import { takeRequest } from '@/lib/requests/take-request'
import { clinicOf, fileAt, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-11-20T09:00:00Z')
const DAY_MS = 86_400_000

let ctx: Context<StaffActor>

beforeAll(async () => {
  const clinic = await clinicOf('imvizhn')
  const officer = await domain.hire(clinic)
  ctx = staffAt(officer, NOW)
  // Twice on each of some days, so that dates are shared; every third is taken.
  for (let place = 0; place < 24; place++) {
    const filedAt = new Date(NOW.getTime() - Math.floor(place / 2) * 3 * DAY_MS)
    const { requestId } = await fileAt(clinic, filedAt, {
      ...(place % 4 === 0 && { kind: 'claim', ground: 'other-matter' }),
      details: 'Прошу',
    })
    if (place % 3 === 0) expect(await execute(takeRequest, ctx, { requestId })).toMatchObject({ ok: true })
  }
})

async function pagesOf(query: QueueQuery): Promise<QueueRow[][]> {
  const pages: QueueRow[][] = []
  for (let cursor: string | undefined, more = true; more;) {
    const { rows, next } = await listQueue(ctx, { ...query, cursor, limit: 5 })
    pages.push(rows)
    cursor = next
    more = next !== undefined
  }
  return pages
}

describe('the queue', () => {
  it('shows every open request once, the most urgent first', async () => {
    const pages = await pagesOf({ filter: 'all' })
    expect(pages.map(({ length }) => length)).toEqual([5, 5, 5, 5, 4])
    const rows = pages.flat()
    expect(new Set(rows.map(({ id }) => id)).size).toBe(24)
    expect(rows.map(({ nextDueOn }) => nextDueOn)).toEqual(rows.map(({ nextDueOn }) => nextDueOn).toSorted())
  })

  it.each(queueFilters)('counts under «%s» what it shows there', async (filter) => {
    const shown = (await pagesOf({ filter })).flat()
    const { counts } = await listQueue(ctx, { filter: 'all' })
    expect(shown.length).toBe(counts[filter])
    const { today } = ctx
    const belongs: Record<typeof filter, (row: QueueRow) => boolean> = {
      all: () => true,
      overdue: ({ nextDueOn }) => nextDueOn < today,
      today: ({ nextDueOn }) => nextDueOn === today,
      week: ({ nextDueOn }) => nextDueOn >= today && nextDueOn <= addDays(today, 7),
      unassigned: ({ assigneeName }) => assigneeName === null,
      mine: ({ assigneeName }) => assigneeName === ctx.actor.name,
    }
    const all = (await pagesOf({ filter: 'all' })).flat()
    expect(shown).toEqual(all.filter(belongs[filter]))
  })

  it('narrows by kind and state', async () => {
    const shown = (await pagesOf({ filter: 'all', kind: 'claim', state: 'in-progress' })).flat()
    expect(shown.length).toBe(2)
    expect(shown.every(({ kind, state }) => kind === 'claim' && state === 'in-progress')).toBe(true)
  })

  it.each(['2026-13-01.00000000-0000-4000-8000-000000000000', '2026-11-20.------------------------------------', 'x'])(
    'begins anew at a cursor that is none: %s',
    async (cursor) => {
      const { rows } = await listQueue(ctx, { filter: 'all', cursor })
      expect(rows.length).toBe(24)
    },
  )

  it('has counters where nothing is shown', async () => {
    const { rows, counts } = await listQueue(ctx, { filter: 'all', state: 'answered' })
    expect(rows).toEqual([])
    expect(counts.all).toBe(24)
  })
})
