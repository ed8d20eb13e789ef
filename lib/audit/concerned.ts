import { inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import { formerMembership, staff, staffMembership } from '@/db/schema'
import type { AuditAction } from './actions'

/** Where an event names a colleague: whose account it is about, out of whose hands and into whose a request went. */
const places = ['staffId', 'from', 'to'] as const
/** Names of the colleagues that an event is about, by the place where it names them. */
export type Concerned = Partial<Record<(typeof places)[number], string>>

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** Of these events whoever was asked may never have worked here. */
const ofOffers: readonly AuditAction[] = ['staff.invited', 'staff.offer-declined', 'staff.offer-withdrawn']

interface Event {
  action: string
  data: Record<string, unknown>
  staffName: string | null
}

/**
 * The events with the names of whom they are about; the log itself holds ids alone. Of somebody who was asked and did not
 * accept, a clinic knows the address alone.
 */
export async function withConcerned<Row extends Event>(
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
  const asked = rows.flatMap(({ action, data }) =>
    isOfOffer(action) && UUID.test(String(data['staffId'])) ? String(data['staffId']) : [],
  )
  const strangers = await strangersAmong(tx, asked)
  for (const id of strangers) names.delete(id)
  const isStrangers = ({ action, data }: Row) =>
    action === 'staff.offer-declined' && strangers.has(String(data['staffId']))
  return rows.map((row) => ({
    ...row,
    staffName: isStrangers(row) ? null : row.staffName,
    concerned: Object.fromEntries(idsOf(row).flatMap(([place, id]) => (names.has(id) ? [[place, names.get(id)]] : []))),
  }))
}

const isOfOffer = (action: string): boolean => ofOffers.some((each) => each === action)

/** Those who neither work nor worked for the clinic of the scope. */
async function strangersAmong(tx: Transaction, ids: string[]): Promise<Set<string>> {
  const strangers = new Set(ids)
  if (strangers.size === 0) return strangers
  for (const table of [staffMembership, formerMembership]) {
    const known = await tx.select({ id: table.staffId }).from(table).where(inArray(table.staffId, ids))
    for (const { id } of known) strangers.delete(id)
  }
  return strangers
}
