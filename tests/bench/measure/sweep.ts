import type { SystemActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { intendReminders } from '@/lib/reminders/intend'
import type { Lab } from '../lab'
import type { SeededClinic } from '../seed/history'

const ROUNDS = 3

export interface SweepTimes {
  reminders: number
  /** Milliseconds. */
  sweep: number
  insert: number
}

/** The worker's sweep over everything that is due, beside one INSERT ... SELECT of the rows it makes; turn by turn. */
export async function measureSweep({ sql }: Lab, { operator }: SeededClinic, now: Date): Promise<SweepTimes> {
  const actor: SystemActor = { kind: 'system', operatorId: operator.id }
  const times = { sweep: [] as number[], insert: [] as number[] }
  let reminders = 0
  const forget = async () => {
    await sql`delete from reminder where operator_id = ${operator.id}`
    await sql`delete from reminder_sweep where operator_id = ${operator.id}`
    await sql`vacuum (analyze) reminder`
  }
  await sql`create unlogged table swept (like reminder)`
  for (let round = 0; round < ROUNDS; round++) {
    await forget()
    const swept = await timed(() => execute(intendReminders, contextFor(actor, operator.timeZone, now), {}))
    if (!swept.value.ok) throw new Error(`The sweep was refused: ${swept.value.reason}`)
    reminders = swept.value.value
    times.sweep.push(swept.took)

    await sql`truncate swept`
    await sql`insert into swept select * from reminder where operator_id = ${operator.id}`
    await forget()
    const raw = await timed(() => sql`insert into reminder select * from swept`)
    times.insert.push(raw.took)
  }
  await sql`drop table swept`
  return { reminders, sweep: middle(times.sweep), insert: middle(times.insert) }
}

async function timed<T>(work: () => PromiseLike<T>): Promise<{ value: T; took: number }> {
  const begin = performance.now()
  const value = await work()
  return { value, took: performance.now() - begin }
}

export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
