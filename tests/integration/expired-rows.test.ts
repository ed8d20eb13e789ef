import { expect, it } from 'vitest'
import { sweep } from '@/lib/worker/sweep'
import { insertAnyRow, listColumns } from '../support/any-row'
import { clinicOf, useDomain } from '../support/domain'

const { sql } = useDomain()
/** A year after whatever `insertAnyRow` makes of an instant. */
const LATER = new Date('2027-12-01T00:00:00Z')
const END = /expir|ends|until/

it('whatever ends by itself is taken away by the sweep some time after its end', async () => {
  const clinic = await clinicOf('imed')
  const ending = (await listColumns(sql)).filter(({ columns }) => columns.some(({ name }) => END.test(name)))
  expect(ending.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['limit_count', 'one_time_code', 'requester_session', 'sign_in_guard', 'staff_link']),
  )
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica` // rows without their parents
    for (const table of ending) await insertAnyRow(tx, table, clinic.id)
  })
  const left = async () => {
    const counts = await Promise.all(ending.map(({ name }) => sql`select from ${sql(name)}`))
    return ending.filter((_, n) => counts[n]?.length).map(({ name }) => name)
  }
  expect(await left()).toEqual(ending.map(({ name }) => name))
  await sweep(LATER)
  expect(await left()).toEqual([])
})
