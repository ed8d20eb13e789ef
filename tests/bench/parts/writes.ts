import { bareFilingTarget, filingTarget } from '../measure/filing'
import { compare } from '../measure/load'
import { measureMails } from '../measure/mails'
import { measureSweep } from '../measure/sweep'
import { type Row, timesFloor } from '../rows'
import { seedClinics } from '../seed/seed'
import type { Operator } from '@/lib/operators/queries'
import type { Stage } from '../stage'
import { sizeText } from './queue'

const FILING_TIMES_BARE = 2
const SWEEP_TIMES_INSERT = 4

/** A submission from the form to the answer, beside a bare one that stores the same rows. */
export async function measureFiling({ web, bareNext, clinics, largest, sizes }: Stage): Promise<Row[]> {
  const part = 'Filing'
  const rows: Row[] = []
  const target = await filingTarget(web.url, largest)
  for (const connections of [1, 10]) {
    const [bare, filed] = await compare([bareFilingTarget(bareNext.url), target] as const, connections, sizes.seconds)
    const what = `whole submission, ${connections} at a time`
    rows.push(
      {
        ...{ part, what: `${what}, p50`, unit: 'ms', figure: filed.p50, floor: bare.p50 },
        ...(connections === 1 && { budget: timesFloor(FILING_TIMES_BARE) }),
      },
      { part, what: `${what}, p99`, unit: 'ms', figure: filed.p99, floor: bare.p99 },
      { part, what: `${what}, filed`, unit: '/s', figure: filed.perSecond, floor: bare.perSecond },
    )
  }
  const targets = await Promise.all(clinics.map((clinic) => filingTarget(web.url, clinic)))
  const loads = await compare(targets, 1, sizes.seconds)
  for (const [place, load] of loads.entries()) {
    if (place === 0) continue
    const what = `whole submission, ${sizeText(clinics, place)}, p50`
    rows.push({ part, what, unit: 'ms', figure: load.p50, ...(loads[0] && { floor: loads[0].p50 }) })
  }
  return rows
}

export async function measureMailRate({ lab, smallest, sizes }: Stage): Promise<Row[]> {
  const { worker, transport } = await measureMails(lab, smallest, sizes.mails, new Date())
  const what = 'mails by one worker, rendered to recorded, beside the transport alone'
  return [{ part: 'Worker', what, unit: '/s', figure: worker, floor: transport }]
}

export async function measureReminders({ lab, sizes }: Stage, operator: Operator): Promise<Row[]> {
  const now = new Date()
  const [clinic] = await seedClinics(lab.database.superuserUrl, [{ operator, requests: sizes.due, allDue: true }], {
    now,
    afresh: false,
  })
  if (!clinic) throw new Error('The clinic to sweep was not seeded')
  const { reminders, sweep, insert } = await measureSweep(lab, clinic, now)
  const what = `sweep that makes ${reminders.toLocaleString('en')} reminders, beside one INSERT ... SELECT of them`
  return [
    { ...{ part: 'Worker', what, unit: 'ms', figure: sweep, floor: insert }, budget: timesFloor(SWEEP_TIMES_INSERT) },
  ]
}
