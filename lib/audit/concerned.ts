import { inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { staff } from '@/db/schema'

/** Where an event names a colleague: whose account it is about, out of whose hands and into whose a request went. */
const places = ['staffId', 'from', 'to'] as const
/** Names of the colleagues that an event is about, by the place where it names them. */
export type Concerned = Partial<Record<(typeof places)[number], string>>

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** The events with the names of whom they are about; the log itself holds ids alone. */
export async function withConcerned<Row extends { data: Record<string, unknown> }>(
  tx: Transaction,
  rows: readonly Row[],
): Promise<(Row & { concerned: Concerned })[]> {
  const idsOf = ({ data }: Row) => places.map((place) => [place, String(data[place])] as const)
  const ids = new Set(rows.flatMap(idsOf).flatMap(([, id]) => (UUID.test(id) ? id : [])))
  const found = ids.size
    ? await tx
        .select({ id: staff.id, name: staff.name })
        .from(staff)
        .where(inArray(staff.id, [...ids]))
    : []
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    concerned: Object.fromEntries(idsOf(row).flatMap(([place, id]) => (names.has(id) ? [[place, names.get(id)]] : []))),
  }))
}
