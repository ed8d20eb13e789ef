import { beforeAll, describe, expect, it } from 'vitest'
import { staffRoles } from '@/db/enums'
import type { StaffActor } from '@/lib/core/actor'
import { execute, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { answerOffer } from '@/lib/people/answer-offer'
import { listAudit } from '@/lib/audit/queries'
import { listMails } from '@/lib/mail/queries'
import { changeRole } from '@/lib/people/change-role'
import { choosePassword } from '@/lib/people/choose-password'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { listEverybody } from '@/lib/people/everybody'
import { inviteStaff } from '@/lib/people/invite-staff'
import { listOwnOffers } from '@/lib/people/offers'
import { getPerson, listPeople } from '@/lib/people/people'
import { removeSecondFactor } from '@/lib/people/remove-second-factor'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { takeBack } from '@/lib/people/take-back'
import { unlockStaff } from '@/lib/people/unlock-staff'
import { withdrawOffer } from '@/lib/people/withdraw-offer'
import { clinicOf, fileAt, mailsOf, type Officer, staffAt, useDomain } from '../support/domain'
import { assignRequest } from '@/lib/requests/assign-request'
import { getRequestCase } from '@/lib/requests/queries'
import { takeRequest } from '@/lib/requests/take-request'
import { findStaff } from '@/lib/sessions/queries'
import { staffMail, tokenIn } from '../support/people'
import { secured } from '../support/second-factor'
import { anybodyAt, PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const person = () => ({ email: `${crypto.randomUUID()}@staff.example`, name: 'Нина Орлова', locale: 'ru' })

let clinic: Officer['clinic']
let actors: Record<string, Officer>

beforeAll(async () => {
  clinic = await clinicOf('imvizhn')
  actors = {}
  for (const role of staffRoles) {
    actors[role] = await domain.hire(clinic, role)
    actors[`${role} elsewhere`] = await domain.hire(await clinicOf('imed'), role)
  }
})

/** Somebody who was invited and has not come. */
async function invite(): Promise<string> {
  const lead = staffAt(await domain.hire(clinic, 'lead'), NOW)
  const invited = await execute(inviteStaff, lead, { ...person(), role: 'officer' })
  if (!invited.ok) throw new Error(invited.reason)
  return invited.value.staffId
}

/** Each command on somebody who was made for it; what a lead of the same clinic may do. */
const commands: Record<string, (ctx: Context<StaffActor>) => Promise<Result<unknown, string>>> = {
  invite: (ctx) => execute(inviteStaff, ctx, { ...person(), role: 'officer' }),
  resend: async (ctx) => execute(resendInvitation, ctx, { staffId: await invite() }),
  unlock: async (ctx) => execute(unlockStaff, ctx, { staffId: (await domain.hire(clinic)).actor.staffId }),
  changeRole: async (ctx) => {
    const { staffId } = (await domain.hire(clinic)).actor
    return execute(changeRole, ctx, { staffId, role: 'auditor' })
  },
  dismiss: async (ctx) => execute(dismissStaff, ctx, { staffId: (await domain.hire(clinic)).actor.staffId }),
  takeBack: async (ctx) => {
    const { staffId } = (await domain.hire(clinic, 'officer', PASSWORD)).actor
    await execute(dismissStaff, staffAt(actors['lead'] as Officer, NOW), { staffId })
    return execute(takeBack, ctx, { staffId })
  },
  list: async (ctx) => ({ ok: true, value: await listPeople(ctx) }),
  look: async (ctx) => ({ ok: true, value: await getPerson(ctx, (await domain.hire(clinic)).actor.staffId) }),
}

const outcomeOf = async (name: string, actor: string): Promise<string> => {
  const officer = actors[actor] as Officer
  try {
    const result = await commands[name]!(staffAt(officer, NOW))
    return result.ok ? 'done' : result.reason
  } catch (error) {
    return error instanceof Error && error.name === 'NotFoundError' ? 'not found' : 'thrown'
  }
}

describe.each(Object.keys(commands))('%s', (name) => {
  it.each(staffRoles)('by the %s of the clinic', async (role) => {
    const may = role === 'lead' || role === 'admin'
    const outcome = await outcomeOf(name, role)
    if (may) expect(outcome).toBe('done')
    else expect(['not-allowed', 'not found']).toContain(outcome)
  })

  it.each(staffRoles)('by the %s of another clinic', async (role) => {
    const outcome = await outcomeOf(name, `${role} elsewhere`)
    // An invitation and a list are to the actor's own clinic: they name nobody of another one.
    const isOwn = (name === 'invite' || name === 'list') && (role === 'lead' || role === 'admin')
    expect(isOwn ? ['done'] : ['not-allowed', 'not found']).toContain(outcome)
  })
})

describe('a lead', () => {
  it('neither makes an admin nor changes one', async () => {
    const lead = staffAt(actors['lead'] as Officer, NOW)
    const admin = await domain.hire(clinic, 'admin')
    const officer = await domain.hire(clinic)
    const { staffId } = admin.actor
    for (const result of [
      await execute(inviteStaff, lead, { ...person(), role: 'admin' }),
      await execute(changeRole, lead, { staffId: officer.actor.staffId, role: 'admin' }),
      await execute(changeRole, lead, { staffId, role: 'officer' }),
      await execute(dismissStaff, lead, { staffId }),
      await execute(resendInvitation, lead, { staffId }),
    ]) {
      expect(result).toEqual({ ok: false, reason: 'not-allowed' })
    }
    await expect(listEverybody(lead)).rejects.toThrow('not found')
  })

  it('changes neither their own role nor their own access', async () => {
    const lead = await domain.hire(clinic, 'lead')
    const { staffId } = lead.actor
    const ctx = staffAt(lead, NOW)
    expect(await execute(changeRole, ctx, { staffId, role: 'officer' })).toEqual({ ok: false, reason: 'yourself' })
    expect(await execute(dismissStaff, ctx, { staffId })).toEqual({ ok: false, reason: 'yourself' })
  })
})

describe('the people of a clinic', () => {
  it('are shown with what they are, what they hold and what keeps them out', async () => {
    const at = await clinicOf('eco-smolensk')
    const lead = await domain.hire(at, 'lead', PASSWORD)
    const officer = await domain.hire(at, 'officer', PASSWORD)
    const { requestId } = await fileAt(at, NOW)
    await execute(takeRequest, staffAt(officer, NOW), { requestId })
    for (let tries = 0; tries < 5; tries += 1) {
      await trySignIn(officer.email, { now: NOW, password: 'not it', source: '192.0.2.9' })
    }
    const invited = await execute(inviteStaff, staffAt(lead, NOW), { ...person(), role: 'officer' })
    if (!invited.ok) throw new Error(invited.reason)
    const { members } = await listPeople(staffAt(lead, NOW))
    const find = (id: string) => members.find((member) => member.id === id)
    expect(find(officer.actor.staffId)).toMatchObject({
      state: 'active',
      openCases: 1,
      lockedUntil: new Date('2026-12-01T09:15:00Z'),
      changeable: true,
    })
    expect(find(invited.value.staffId)).toMatchObject({
      state: 'invited',
      invitedUntil: new Date('2026-12-08T09:00:00Z'),
    })
    expect(find(lead.actor.staffId)).toMatchObject({ isSelf: true, changeable: false })
    expect((await getPerson(staffAt(lead, NOW), officer.actor.staffId)).cases).toMatchObject([{ id: requestId }])
  })

  it('who were invited get another link, or none when the invitation is taken back', async () => {
    const lead = staffAt(actors['lead'] as Officer, NOW)
    const invited = await execute(inviteStaff, lead, { ...person(), role: 'officer' })
    if (!invited.ok) throw new Error(invited.reason)
    const { staffId, url } = invited.value
    expect(await execute(resendInvitation, lead, { staffId })).toMatchObject({ ok: true })
    const mail = await staffMail(clinic.id, staffId, 'staff-invitation')
    expect(mail).toBeDefined()
    const live = await domain.sql`select 1 from staff_link where staff_id = ${staffId} and ended_at is null`
    expect(live).toHaveLength(1)
    expect(url).toBeDefined()
    expect(await execute(dismissStaff, lead, { staffId })).toMatchObject({ ok: true })
    expect(await domain.sql`select 1 from staff_link where staff_id = ${staffId} and ended_at is null`).toHaveLength(0)
    expect(await domain.sql`select 1 from former_membership where staff_id = ${staffId}`).toHaveLength(0)
  })

  it('get no letters and no cases before they come, and both from then on', async () => {
    const at = await clinicOf('caop1')
    const [lead, officer] = [await domain.hire(at, 'lead'), await domain.hire(at)]
    const ctx = staffAt(lead, NOW)
    const given = person()
    const invited = await execute(inviteStaff, ctx, { ...given, role: 'officer' })
    if (!invited.ok) throw new Error(invited.reason)
    const { staffId, url } = invited.value
    const { requestId } = await fileAt(at, NOW)
    const assign = () => execute(assignRequest, ctx, { requestId, assigneeId: staffId })
    const newsOf = async (id: string) =>
      (await mailsOf(at, id)).flatMap(({ template, to }) => (template === 'new-request' ? to : [])).sort()
    const colleaguesOf = async () => (await getRequestCase(ctx, requestId)).colleagues.map(({ id }) => id)

    expect(await newsOf(requestId)).toEqual([lead.email, officer.email].sort())
    expect(await colleaguesOf()).not.toContain(staffId)
    expect(await assign()).toEqual({ ok: false, reason: 'not-a-colleague' })
    const { heirs } = await getPerson(ctx, officer.actor.staffId)
    expect(heirs.map(({ id }) => id)).toEqual([lead.actor.staffId])

    const chosen = await choosePassword(
      anybodyAt(NOW),
      { token: tokenIn(url), password: PASSWORD },
      { deviceTokens: [] },
    )
    expect(chosen).toMatchObject({ ok: true })
    expect(await colleaguesOf()).toContain(staffId)
    expect(await assign()).toMatchObject({ ok: true })
    expect(await newsOf((await fileAt(at, NOW)).requestId)).toContain(given.email)
  })

  it('with a case in their hands leave it to whoever takes it', async () => {
    const at = await clinicOf('medsystems')
    const officer = await domain.hire(at)
    const { requestId } = await fileAt(at, NOW)
    const staffId = (await domain.hire(at)).actor.staffId
    await domain.sql`update staff set joined_at = null where id = ${staffId}`
    await domain.sql`update request set assignee_id = ${staffId}, state = 'in-progress' where id = ${requestId}`
    expect((await getRequestCase(staffAt(officer, NOW), requestId)).assignee).toBeUndefined()
    expect(await execute(takeRequest, staffAt(officer, NOW), { requestId })).toMatchObject({ ok: true })
  })
})

/** A lead of the clinic invites somebody who has an account, by an address and a name of the lead's own. */
async function offered({ email }: Officer): Promise<{ lead: Context<StaffActor>; staffId: string }> {
  const lead = staffAt(await domain.hire(clinic, 'lead'), NOW)
  const asked = await execute(inviteStaff, lead, { ...person(), email, role: 'officer' })
  if (!asked.ok) throw new Error(asked.reason)
  expect(asked.value.url).toBeUndefined()
  return { lead, staffId: asked.value.staffId }
}

/** Whoever works elsewhere, at the clinic that asks them. */
const askedAt = ({ actor }: Officer, now = NOW): Context<StaffActor> =>
  staffAt({ clinic, actor: { ...actor, operatorId: clinic.id, role: 'auditor' } } as Officer, now)

describe('somebody who has an account', () => {
  const worksHere = async (staffId: string) =>
    (await domain.sql`select 1 from staff_membership where staff_id = ${staffId} and operator_id = ${clinic.id}`)
      .length === 1
  const nameOf = async (staffId: string) =>
    (await domain.sql`select name from staff where id = ${staffId}`)[0]?.['name']
  const newcomer = async () => domain.hire(await clinicOf('imed'), 'officer', PASSWORD)

  it('is asked, and works here once they have accepted; until then the clinic knows what it typed alone', async () => {
    const whose = await newcomer()
    const { lead, staffId } = await offered(whose)
    expect(staffId).toBe(whose.actor.staffId)
    expect(await staffMail(clinic.id, staffId, 'staff-offer')).toMatchObject({ to: whose.email })
    expect(await worksHere(staffId)).toBe(false)
    const { members, offered: asked } = await listPeople(lead)
    expect(members.map(({ id }) => id)).not.toContain(staffId)
    const until = new Date('2026-12-08T09:00:00Z')
    expect(asked).toContainEqual({
      ...{ id: staffId, name: 'Нина Орлова', email: whose.email, role: 'officer', until, changeable: true },
    })
    const { rows } = await listMails(lead, {})
    expect(rows.filter(({ template }) => template === 'staff-offer').map(({ recipient }) => recipient)).toContainEqual({
      kind: 'invited',
    })
    expect(await listOwnOffers(askedAt(whose))).toEqual([{ operatorId: clinic.id, role: 'officer', until }])

    expect(await execute(answerOffer, askedAt(whose), { answer: 'accept' })).toMatchObject({ ok: true })
    expect(await worksHere(staffId)).toBe(true)
    expect(await listOwnOffers(askedAt(whose))).toEqual([])
    const again = await execute(inviteStaff, lead, { ...person(), email: whose.email, role: 'officer' })
    expect(again).toEqual({ ok: false, reason: 'already-there' })
  })

  it.each([
    ['declines', async (whose: Officer) => execute(answerOffer, askedAt(whose), { answer: 'decline' })],
    [
      'is invited no more',
      async (whose: Officer, lead: Context<StaffActor>) =>
        execute(withdrawOffer, lead, { staffId: whose.actor.staffId }),
    ],
  ])('who %s does not work here, and cannot accept later', async (_how, ends) => {
    const whose = await newcomer()
    const { lead, staffId } = await offered(whose)
    expect(await ends(whose, lead)).toMatchObject({ ok: true })
    const over = { ok: false, reason: 'offer-over' }
    expect(await execute(answerOffer, askedAt(whose), { answer: 'accept' })).toEqual(over)
    expect(await worksHere(staffId)).toBe(false)
    expect((await listPeople(lead)).offered.map(({ id }) => id)).not.toContain(staffId)
    const told = (await listAudit(lead)).rows.filter(({ data }) => data['staffId'] === staffId)
    expect(told.length).toBeGreaterThan(1)
    for (const { concerned, staffName } of told)
      expect([concerned.staffId, staffName]).not.toContain(await nameOf(staffId))
  })

  it('has seven days, and can be asked anew', async () => {
    const whose = await newcomer()
    const { staffId } = await offered(whose)
    const late = askedAt(whose, new Date('2026-12-08T09:00:00Z'))
    expect(await listOwnOffers(late)).toEqual([])
    expect(await execute(answerOffer, late, { answer: 'accept' })).toEqual({ ok: false, reason: 'offer-over' })
    await offered(whose)
    expect(await execute(answerOffer, askedAt(whose), { answer: 'accept' })).toMatchObject({ ok: true })
    expect(await worksHere(staffId)).toBe(true)
  })

  it('answers for nobody else, and nobody is let in whom no clinic asks', async () => {
    const [whose, other] = [await newcomer(), await newcomer()]
    const { lead, staffId } = await offered(whose)
    const over = { ok: false, reason: 'offer-over' }
    expect(await execute(answerOffer, askedAt(other), { answer: 'accept' })).toEqual(over)
    expect(await worksHere(other.actor.staffId)).toBe(false)
    const officer = staffAt(actors['officer'] as Officer, NOW)
    expect(await execute(withdrawOffer, officer, { staffId })).toEqual({ ok: false, reason: 'not-allowed' })
    const elsewhere = staffAt(actors['lead elsewhere'] as Officer, NOW)
    await expect(execute(withdrawOffer, elsewhere, { staffId })).rejects.toThrow('not found')
    expect((await listPeople(lead)).offered.map(({ id }) => id)).toContain(staffId)
  })
})

describe('an account that is not one clinic’s alone', () => {
  /** Invites somebody who works elsewhere, or runs the installation, as a colleague. */
  async function shared(whose: Officer): Promise<{ lead: Context<StaffActor>; staffId: string }> {
    const { lead, staffId } = await offered(whose)
    expect(await execute(answerOffer, askedAt(whose), { answer: 'accept' })).toMatchObject({ ok: true })
    return { lead, staffId }
  }

  it.each(['works at another clinic', 'runs the installation'])('%s: no clinic has a say over it', async (how) => {
    const whose = await domain.hire(await clinicOf('imed'), 'officer', PASSWORD)
    if (how === 'runs the installation') {
      await domain.sql`update staff set is_admin = true where id = ${whose.actor.staffId}`
      await domain.sql`delete from staff_membership where staff_id = ${whose.actor.staffId}`
    }
    const { session } = await signedIn(whose.email, { now: NOW })
    await secured(whose, NOW)
    const { lead, staffId } = await shared(whose)
    const refused = { ok: false, reason: 'shared-account' }
    expect(await execute(removeSecondFactor, lead, { staffId })).toEqual(refused)
    expect(await execute(unlockStaff, lead, { staffId })).toEqual(refused)
    expect(await execute(dismissStaff, lead, { staffId })).toMatchObject({ ok: true })
    const left = await findStaff(session.token, NOW)
    expect(left, 'signed in elsewhere').toMatchObject({ staffId })
    expect(left?.memberships.map(({ operatorId }) => operatorId)).not.toContain(clinic.id)
  })
})
