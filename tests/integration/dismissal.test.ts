import { describe, expect, it } from 'vitest'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { changeRole } from '@/lib/people/change-role'
import { closeAccount, endAdmin } from '@/lib/people/close-account'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { takeBack } from '@/lib/people/take-back'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { assignRequest } from '@/lib/requests/assign-request'
import { giveBackRequest } from '@/lib/requests/give-back-request'
import { getRequestCase } from '@/lib/requests/queries'
import { listQueue } from '@/lib/requests/queue'
import { takeRequest } from '@/lib/requests/take-request'
import { findStaff } from '@/lib/sessions/queries'
import { clinicOf, fileAt, mailsOf, type Officer, staffAt, useDomain } from '../support/domain'
import { staffMail } from '../support/people'
import { PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

/** A clinic's people, and requests that one of them holds. */
async function aClinic(slug = 'imvizhn', held = 3) {
  const clinic = await clinicOf(slug)
  const [officer, other, lead] = await Promise.all([
    domain.hire(clinic, 'officer', PASSWORD),
    domain.hire(clinic, 'officer', PASSWORD),
    domain.hire(clinic, 'lead', PASSWORD),
  ])
  const ids: string[] = []
  for (let n = 0; n < held; n += 1) {
    const { requestId } = await fileAt(clinic, NOW)
    expect(await execute(takeRequest, staffAt(officer, NOW), { requestId })).toMatchObject({ ok: true })
    ids.push(requestId)
  }
  return { clinic, officer, other, lead, ids }
}

const idOf = ({ actor }: Officer) => actor.staffId
const handsOf = async (ids: readonly string[]) => {
  const rows = await domain.sql`select id, assignee_id, state from request where id in ${domain.sql([...ids])}`
  return ids.map((id) => rows.find((row) => row['id'] === id)).map((row) => [row?.['assignee_id'], row?.['state']])
}
const dismiss = (by: Officer, whom: Officer, input = {}) =>
  execute(dismissStaff, staffAt(by, NOW), { staffId: idOf(whom), ...input })

describe('giving a case back', () => {
  it('leaves it to everybody, as new as it was', async () => {
    const { officer, other, ids, clinic } = await aClinic('imvizhn', 1)
    const [requestId = ''] = ids
    expect(await execute(giveBackRequest, staffAt(other, NOW), { requestId })).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
    expect(await execute(giveBackRequest, staffAt(officer, NOW), { requestId })).toMatchObject({ ok: true })
    expect(await handsOf(ids)).toEqual([[null, 'registered']])
    // Now that it is nobody's, nobody but a lead can give it back again.
    expect(await execute(giveBackRequest, staffAt(officer, NOW), { requestId })).toMatchObject({ ok: false })
    expect(await execute(takeRequest, staffAt(other, NOW), { requestId })).toMatchObject({ ok: true })
    const told = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'request-handed-over')
    expect(told).toEqual([])
  })

  it('by a lead tells whoever held it', async () => {
    const { officer, lead, ids, clinic } = await aClinic('imvizhn', 1)
    const [requestId = ''] = ids
    expect(await execute(giveBackRequest, staffAt(lead, NOW), { requestId })).toMatchObject({ ok: true })
    const told = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'request-handed-over')
    expect(told).toMatchObject([{ to: officer.email, props: { officerName: null } }])
    expect(await execute(giveBackRequest, staffAt(lead, NOW), { requestId })).toEqual({
      ok: false,
      reason: 'not-assigned',
    })
  })
})

describe('dismissing', () => {
  it('ends every session at once, and those are dead for good', async () => {
    const { officer, lead } = await aClinic('imed', 0)
    const { session } = await signedIn(officer.email, { now: NOW })
    expect(await dismiss(lead, officer)).toMatchObject({ ok: true })
    expect(await findStaff(session.token, NOW)).toBeUndefined()
    expect(await trySignIn(officer.email, { now: NOW })).toMatchObject({ reason: 'wrong' })
    expect(await execute(takeBack, staffAt(lead, NOW), { staffId: idOf(officer) })).toMatchObject({ ok: true })
    expect(await findStaff(session.token, NOW)).toBeUndefined()
    const again = await signedIn(officer.email, { now: NOW })
    expect(await findStaff(again.session.token, NOW)).toMatchObject({
      memberships: [{ operatorId: officer.clinic.id, role: 'officer' }],
    })
    expect(await staffMail(officer.clinic.id, idOf(officer), 'staff-joined')).toMatchObject({ to: officer.email })
  })

  it('puts each open case where it was said, and the rest into the queue', async () => {
    const { officer, other, lead, ids, clinic } = await aClinic('imvizhn', 4)
    const [first = '', second = '', third = ''] = ids
    await domain.sql`update request set closed_on = ${'2026-12-01'}, next_due_on = null, state = 'answered'
      where id = ${third}`
    const cases = { [first]: idOf(other), [second]: idOf(lead) }
    expect(await dismiss(lead, officer, { rest: 'queue', cases })).toMatchObject({ ok: true, value: { cases: 3 } })
    expect(await handsOf(ids)).toEqual([
      [idOf(other), 'in-progress'],
      [idOf(lead), 'in-progress'],
      // Closed: whoever answered it stays in the book.
      [idOf(officer), 'answered'],
      [null, 'registered'],
    ])
    expect(await staffMail(clinic.id, idOf(other), 'requests-taken-over')).toMatchObject({ props: { count: 1 } })
    expect(await staffMail(clinic.id, idOf(lead), 'requests-taken-over')).toBeUndefined()
    const events = await domain.sql`select action from audit_event where request_id in ${domain.sql(ids)}
      and action in ('request.assigned', 'request.returned') order by action`
    expect(events.map(({ action }) => String(action))).toEqual([
      'request.assigned',
      'request.assigned',
      'request.returned',
    ])
  })

  it('takes no stranger, no auditor and not the dismissed for a colleague', async () => {
    const { officer, lead, ids, clinic } = await aClinic('imvizhn', 1)
    const [stranger, auditor] = [await domain.hire(await clinicOf('imed')), await domain.hire(clinic, 'auditor')]
    for (const rest of [idOf(stranger), idOf(auditor), idOf(officer)]) {
      expect(await dismiss(lead, officer, { rest })).toEqual({ ok: false, reason: 'not-a-colleague' })
    }
    expect(await dismiss(lead, officer, { rest: 'somebody' })).toMatchObject({ reason: 'invalid' })
    expect(await handsOf(ids)).toEqual([[idOf(officer), 'in-progress']])
    expect(await domain.sql`select 1 from staff_membership where staff_id = ${idOf(officer)}`).toHaveLength(1)
  })

  it('leaves nobody in charge who is gone, though a case is put into their hands at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { officer, other, lead, ids } = await aClinic('caop1', 2)
      const { requestId } = await fileAt(await clinicOf('caop1'), NOW)
      const [held = ''] = ids
      await Promise.all([
        dismiss(lead, officer),
        execute(assignRequest, staffAt(lead, NOW), { requestId, assigneeId: idOf(officer) }),
        execute(takeRequest, staffAt(officer, NOW), { requestId }).catch(() => undefined),
        execute(assignRequest, staffAt(lead, NOW), { requestId: held, assigneeId: idOf(other) }),
      ])
      const rows = await domain.sql`select 1 from request where assignee_id = ${idOf(officer)}`
      expect(rows).toHaveLength(0)
    }
  })

  it('leaves a case that can be taken, also where an account was closed behind its back', async () => {
    const { officer, other, ids } = await aClinic('imvizhn', 1)
    const [requestId = ''] = ids
    await domain.sql`update staff set dismissed_at = ${NOW} where id = ${idOf(officer)}`
    const ctx = staffAt(other, NOW)
    expect((await getRequestCase(ctx, requestId)).assignee).toBeUndefined()
    const { rows } = await listQueue(ctx, { filter: 'all' })
    expect(rows.find(({ id }) => id === requestId)?.assigneeName).toBeNull()
    expect(await execute(takeRequest, ctx, { requestId })).toMatchObject({ ok: true })
  })

  it('makes the reminders follow', async () => {
    const { clinic, officer, other, lead, ids } = await aClinic('medsystems', 2)
    const [toOther = '', toQueue = ''] = ids
    await dismiss(lead, officer, { cases: { [toOther]: idOf(other) } })
    const later = new Date('2026-12-13T09:00:00Z')
    await remindOfDeadlines(clinic, later)
    const recipientsOf = async (id: string) => {
      const rows = await domain.sql`select recipient_id from reminder where request_id = ${id} and cancelled_at is null`
      return new Set(rows.map((row) => row['recipient_id']))
    }
    expect(await recipientsOf(toOther)).toEqual(new Set([idOf(other)]))
    // Nobody holds it: everybody is reminded who works there still.
    expect(await recipientsOf(toQueue)).toEqual(new Set([idOf(other), idOf(lead)]))
  })
})

describe('another role', () => {
  it('that works no cases hands them over', async () => {
    const { officer, other, lead, ids } = await aClinic('imvizhn', 2)
    const change = { staffId: idOf(officer), role: 'auditor', rest: idOf(other) }
    expect(await execute(changeRole, staffAt(lead, NOW), change)).toMatchObject({ ok: true })
    expect(await handsOf(ids)).toEqual([
      [idOf(other), 'in-progress'],
      [idOf(other), 'in-progress'],
    ])
    expect(await execute(changeRole, staffAt(lead, NOW), change)).toEqual({ ok: false, reason: 'same-role' })
  })

  it('that works cases keeps them', async () => {
    const { officer, lead, ids } = await aClinic('imvizhn', 1)
    const change = { staffId: idOf(officer), role: 'lead' }
    expect(await execute(changeRole, staffAt(lead, NOW), change)).toMatchObject({ ok: true })
    expect(await handsOf(ids)).toEqual([[idOf(officer), 'in-progress']])
  })
})

describe('the last admin', () => {
  const system = contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', NOW)
  const anAdmin = async () => {
    const officer = await domain.hire(await clinicOf('imed'), 'auditor', PASSWORD)
    await domain.sql`update staff set is_admin = true where id = ${idOf(officer)}`
    await domain.sql`delete from staff_membership where staff_id = ${idOf(officer)}`
    return { ...officer, actor: { ...officer.actor, operatorId: INSTALLATION, role: 'admin' as const } }
  }
  const asAdmin = ({ actor }: Officer) => contextFor({ ...actor, provenAt: NOW }, 'UTC', NOW)

  it('is taken away by nobody, at the terminal neither, and not by two who do it to each other', async () => {
    const [one, two] = [await anAdmin(), await anAdmin()]
    const outcomes = await Promise.all([
      execute(endAdmin, asAdmin(one), { staffId: idOf(two) }),
      execute(closeAccount, asAdmin(two), { staffId: idOf(one) }),
    ])
    expect(outcomes.map((outcome) => (outcome.ok ? 'done' : outcome.reason)).sort()).toEqual(['done', 'last-admin'])
    const [last] = await domain.sql<{ id: string }[]>`select id from staff where is_admin and dismissed_at is null`
    for (const command of [endAdmin, closeAccount]) {
      expect(await execute(command, system, { staffId: last?.id })).toEqual({ ok: false, reason: 'last-admin' })
    }
    const third = await anAdmin()
    expect(await execute(endAdmin, asAdmin(third), { staffId: idOf(third) })).toEqual({
      ok: false,
      reason: 'yourself',
    })
    expect(await execute(closeAccount, asAdmin(third), { staffId: last?.id })).toMatchObject({ ok: true })
  })

  it('whoever still works somewhere is dismissed there first', async () => {
    const { officer } = await aClinic('imed', 0)
    expect(await execute(closeAccount, system, { staffId: idOf(officer) })).toEqual({
      ok: false,
      reason: 'works-somewhere',
    })
  })
})
