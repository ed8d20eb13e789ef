import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { hasRecentProof } from '@/lib/core/recent-proof'
import { changeRole } from '@/lib/people/change-role'
import { closeAccount, endAdmin, reopenAccount } from '@/lib/people/close-account'
import { choosePassword } from '@/lib/people/choose-password'
import { demandSecondFactor, owesSecondFactor } from '@/lib/people/demand-second-factor'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { inviteStaff } from '@/lib/people/invite-staff'
import { proveAgain } from '@/lib/people/prove-again'
import { removeSecondFactor } from '@/lib/people/remove-second-factor'
import { resendInvitation } from '@/lib/people/resend-invitation'
import { requestReset } from '@/lib/people/request-reset'
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  getOwnSecondFactor,
  renewRecoveryCodes,
} from '@/lib/people/second-factor'
import { takeBack } from '@/lib/people/take-back'
import { unlockStaff } from '@/lib/people/unlock-staff'
import { exportRegister } from '@/lib/requests/register'
import { eraseRequest } from '@/lib/retention/erase-request'
import { findStaff } from '@/lib/sessions/queries'
import { type SecondStep, takeSecondStep } from '@/lib/sessions/second-step'
import { clinicOf, type Officer, staffAt, useDomain } from '../support/domain'
import { secured } from '../support/second-factor'
import { anybodyAt, PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000)
const hire = async (role: 'officer' | 'lead' = 'officer', slug = 'imvizhn') =>
  domain.hire(await clinicOf(slug), role, PASSWORD)

/** The first step, with the right password: the ticket for the second. */
async function ticketOf({ email }: Officer, now: Date): Promise<string> {
  const outcome = await trySignIn(email, { now })
  if (outcome.signedIn || outcome.reason !== 'second-step') throw new Error('No second step was asked for')
  return outcome.ticket
}

interface Second {
  ticket: string
  code: string
  source?: string
}

async function second({ source = crypto.randomUUID(), ...given }: Second, now: Date): Promise<SecondStep> {
  const result = await execute(takeSecondStep, anybodyAt(now), { ...given, source, deviceTokens: [] })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

const reasonOf = (outcome: SecondStep) => (outcome.signedIn ? 'signed in' : outcome.reason)
const many = (times: number, work: (turn: number) => Promise<SecondStep>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn))).then((all) => all.map(reasonOf))
const count = (all: string[], reason: string) => all.filter((each) => each === reason).length

describe('signing in with a second step', () => {
  it('asks for a code after the password, and starts the session with it', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const ticket = await ticketOf(officer, NOW)
    expect(await findStaff(ticket, NOW), 'the first step opens nothing').toBeUndefined()
    expect(reasonOf(await second({ ticket, code: app.codeAt(NOW) }, NOW)), 'the code that turned it on is used').toBe(
      'code-used',
    )
    const outcome = await second({ ticket, code: app.codeAt(later(30)) }, later(30))
    if (!outcome.signedIn) throw new Error(outcome.reason)
    expect(await findStaff(outcome.session.token, later(30))).toMatchObject({ staffId: officer.actor.staffId })
  })

  it('takes a code as people type it, and from a clock that is half a minute off', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const typed = app.codeAt(later(60)).replace(/^(...)/, ' $1 ')
    expect(reasonOf(await second({ ticket: await ticketOf(officer, NOW), code: typed }, later(90)))).toBe('signed in')
    const old = app.codeAt(later(120))
    expect(reasonOf(await second({ ticket: await ticketOf(officer, NOW), code: old }, later(180)))).toBe('code-wrong')
  })

  it('asks for the password again after ten minutes, and after it was changed', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const ticket = await ticketOf(officer, NOW)
    expect(reasonOf(await second({ ticket, code: app.codeAt(later(600)) }, later(600)))).toBe('over')
    expect(reasonOf(await second({ ticket: `${ticket}x`, code: app.codeAt(later(60)) }, later(60)))).toBe('over')
    await domain.sql`update staff set password_hash = 'another' where id = ${officer.actor.staffId}`
    expect(reasonOf(await second({ ticket, code: app.codeAt(later(60)) }, later(60)))).toBe('over')
  })

  it('lets one in of a thousand who send the same code at once', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const ticket = await ticketOf(officer, NOW)
    const outcomes = await many(1_000, () => second({ ticket, code: app.codeAt(later(30)) }, later(30)))
    expect(count(outcomes, 'signed in')).toBe(1)
  }, 60_000)

  it('lets one in of a thousand who send the same spare code at once', async () => {
    const officer = await hire()
    const { codes } = await secured(officer, NOW)
    const ticket = await ticketOf(officer, NOW)
    const outcomes = await many(1_000, () => second({ ticket, code: codes[3] ?? '' }, NOW))
    expect(count(outcomes, 'signed in')).toBe(1)
    expect(await getOwnSecondFactor(staffAt(officer, NOW))).toMatchObject({ is: 'on', codesLeft: 9 })
  }, 60_000)

  it('closes to whoever guesses, also between right passwords', async () => {
    const officer = await hire()
    await secured(officer, NOW)
    const source = '192.0.2.77'
    const outcomes: string[] = []
    for (let turn = 0; turn < 7; turn += 1) {
      const outcome = await trySignIn(officer.email, { now: NOW, source })
      if (outcome.signedIn) throw new Error('No second step was asked for')
      if (outcome.reason !== 'second-step') outcomes.push(outcome.reason)
      else outcomes.push(reasonOf(await second({ ticket: outcome.ticket, code: '000000', source }, NOW)))
    }
    expect(outcomes).toEqual([...Array.from({ length: 5 }, () => 'code-wrong'), 'locked', 'locked'])
  })

  it('takes a code that is sent again, or half of one, for no guess', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const ticket = await ticketOf(officer, NOW)
    const source = '192.0.2.78'
    const used = [app.codeAt(NOW), app.codes[0] ?? '']
    await second({ ticket, code: app.codes[0] ?? '', source }, NOW)
    for (let turn = 0; turn < 10; turn += 1) {
      expect(reasonOf(await second({ ticket, code: used[turn % 2] ?? '', source }, NOW))).toBe('code-used')
      expect(reasonOf(await second({ ticket, code: '12345', source }, NOW))).toBe('code-incomplete')
    }
    expect(reasonOf(await second({ ticket, code: app.codeAt(later(30)), source }, later(30)))).toBe('signed in')
  })

  it('is asked for by a link to a new password too: a mailbox is one factor', async () => {
    const officer = await hire()
    const app = await secured(officer, NOW)
    const asked = await execute(requestReset, anybodyAt(NOW), { email: officer.email })
    const token = (asked.ok && asked.value.url?.split('/').at(-1)) || ''
    const password = 'a lamp under the third table'
    const chosen = await choosePassword(anybodyAt(NOW), { token, password }, { deviceTokens: [] })
    if (!chosen.ok || chosen.value.signedIn) throw new Error('No second step was asked for')
    const { ticket } = chosen.value
    expect(reasonOf(await second({ ticket, code: app.codeAt(later(30)) }, later(30)))).toBe('signed in')
  })
})

describe('the own second factor', () => {
  it('asks nothing of anybody until its app has shown a code', async () => {
    const officer = await hire()
    const ctx = staffAt(officer, NOW)
    await execute(beginSecondFactor, ctx, {})
    expect(await execute(confirmSecondFactor, ctx, { code: '000000' })).toMatchObject({
      ok: false,
      fields: { code: ['codeWrong'] },
    })
    await signedIn(officer.email, { now: NOW })
    expect(await getOwnSecondFactor(ctx)).toMatchObject({ is: 'begun' })
  })

  it('is sealed, and its spare codes are hashed', async () => {
    const officer = await hire()
    const ctx = staffAt(officer, NOW)
    await execute(beginSecondFactor, ctx, {})
    const begun = await getOwnSecondFactor(ctx)
    const secret = begun.is === 'begun' ? begun.text.replaceAll(' ', '') : ''
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const { codes } = await secured(officer, NOW)
    expect(new Set(codes).size).toBe(10)
    const rows = await domain.sql`
      select secret as bytes from staff_totp union all select code_hash from recovery_code`
    for (const { bytes } of rows)
      for (const text of [secret, ...codes, ...codes.map((code) => code.replaceAll(' ', ''))])
        expect(Buffer.from(bytes).includes(text)).toBe(false)
  })

  it('gives new spare codes, and is ended, for a code alone; wrong ones are counted', async () => {
    const officer = await hire()
    const ctx = staffAt(officer, NOW)
    const { codes } = await secured(officer, NOW)
    const renewed = await execute(renewRecoveryCodes, ctx, { code: codes[0] })
    if (!renewed.ok || !('codes' in renewed.value)) throw new Error('Not renewed')
    expect(await execute(endSecondFactor, ctx, { code: codes[1] })).toMatchObject({ value: { problem: 'code-wrong' } })
    expect(await execute(endSecondFactor, ctx, { code: renewed.value.codes[1] })).toMatchObject({
      value: { done: 'off' },
    })
    expect(await getOwnSecondFactor(ctx)).toEqual({ is: 'off' })
    await signedIn(officer.email, { now: NOW })

    await secured(officer, NOW)
    for (let turn = 0; turn < 10; turn += 1) await execute(endSecondFactor, ctx, { code: '000000' })
    expect(await execute(endSecondFactor, ctx, { code: codes[2] })).toMatchObject({ value: { problem: 'locked' } })
    await ticketOf(officer, NOW)
  })
})

describe('the second factor of a colleague', () => {
  it('is ended by a lead of the clinic, who tells the owner by mail, and by nobody else', async () => {
    const [officer, lead, stranger] = [await hire(), await hire('lead'), await hire('lead', 'imed')]
    await secured(officer, NOW)
    await secured(lead, NOW)
    const end = (by: Officer, whose: Officer) =>
      execute(removeSecondFactor, staffAt(by, NOW), { staffId: whose.actor.staffId })
    expect(await end(officer, lead)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await end(lead, lead)).toEqual({ ok: false, reason: 'not-allowed' })
    await expect(end(stranger, officer)).rejects.toThrow()
    expect(await end(lead, officer)).toMatchObject({ ok: true })
    expect(await end(lead, officer)).toEqual({ ok: false, reason: 'no-second-factor' })
    await signedIn(officer.email, { now: NOW })
    const mails = await domain.sql`
      select template from mail where staff_id = ${officer.actor.staffId} order by created_at desc`
    expect(mails.filter(({ template }) => template === 'second-factor-changed')).toHaveLength(2)
  })
})

describe('a clinic that demands a second step', () => {
  const demand = (by: Officer, from: string, now = NOW) => execute(demandSecondFactor, staffAt(by, now), { from })

  it('is asked to by its lead, from a day on that has not passed, and says so in its log', async () => {
    const [officer, lead] = [await hire('officer', 'eco-smolensk'), await hire('lead', 'eco-smolensk')]
    expect(await demand(officer, '2026-12-24')).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await demand(lead, '30.11.2026')).toMatchObject({ fields: { from: ['dayPassed'] } })
    expect(await demand(lead, '24.12.2026')).toMatchObject({ ok: true })
    expect(await demand(lead, '2026-12-24')).toEqual({ ok: false, reason: 'same-day' })
    const [row] = await domain.sql`select data from audit_event where action = 'settings.second-factor'`
    expect(row?.['data']).toEqual({ before: 'none', after: '2026-12-24' })
  })

  it('holds back who has none from that day on, and nobody else', () => {
    const from = { secondFactorFrom: '2026-12-24' }
    expect(owesSecondFactor({ hasSecondFactor: false }, from, '2026-12-23')).toBe(false)
    expect(owesSecondFactor({ hasSecondFactor: false }, from, '2026-12-24')).toBe(true)
    expect(owesSecondFactor({ hasSecondFactor: true }, from, '2026-12-24')).toBe(false)
    expect(owesSecondFactor({ hasSecondFactor: false }, { secondFactorFrom: null }, '2026-12-24')).toBe(false)
  })
})

describe('what asks for a recent proof', () => {
  const officer = () => hire('lead', 'caop1')
  const person = { name: 'Нина Орлова', locale: 'ru', role: 'officer' }
  const inviteAt = (by: Officer, provenAt: Date | null, now: Date) =>
    execute(
      inviteStaff,
      { ...staffAt(by, now), actor: { ...by.actor, provenAt } },
      { ...person, email: `${crypto.randomUUID()}@staff.example` },
    )

  it('is whatever lets others in, or cannot be taken back', () => {
    const commands = {
      ...{ inviteStaff, resendInvitation, changeRole, dismissStaff, takeBack, unlockStaff, removeSecondFactor },
      ...{ demandSecondFactor, closeAccount, reopenAccount, endAdmin, eraseRequest },
      // Or a phone of a stranger's would keep the owner out.
      ...{ beginSecondFactor, confirmSecondFactor },
    }
    const without = Object.entries(commands).filter(([, command]) => command.needsRecentProof !== true)
    expect(without.map(([name]) => name)).toEqual([])
  })

  it('refuses ten minutes after the last one, also a session of before', async () => {
    const lead = await officer()
    expect(await inviteAt(lead, NOW, later(600))).toMatchObject({ ok: true })
    const old = { ok: false, reason: 'proof-needed' }
    expect(await inviteAt(lead, NOW, later(601))).toEqual(old)
    expect(await inviteAt(lead, null, NOW)).toEqual(old)
    await expect(
      exportRegister({ ...staffAt(lead, NOW), actor: { ...lead.actor, provenAt: null } }, 2026).next(),
    ).rejects.toThrow('prove')
  })

  it('is given by the password, or by a code where signing in asks for one', async () => {
    const lead = await officer()
    const { session } = await signedIn(lead.email, { now: NOW })
    const ctxAt = async (now: Date) => {
      const found = await findStaff(session.token, now)
      if (!found) throw new Error('No session')
      const { sessionId, provenAt } = found
      return { ...staffAt(lead, now), actor: { ...lead.actor, sessionId, provenAt } }
    }
    const hour = later(3_600)
    expect(hasRecentProof((await ctxAt(hour)).actor, hour)).toBe(false)
    expect(await proveAgain(await ctxAt(hour), { proof: 'not it' })).toMatchObject({
      value: { reason: 'password-wrong' },
    })
    expect(hasRecentProof((await ctxAt(hour)).actor, hour)).toBe(false)
    expect(await proveAgain(await ctxAt(hour), { proof: PASSWORD })).toMatchObject({ value: { proven: true } })
    expect(hasRecentProof((await ctxAt(hour)).actor, hour)).toBe(true)

    const app = await secured(lead, hour)
    const evening = later(7_200)
    expect(await proveAgain(await ctxAt(evening), { proof: PASSWORD })).toMatchObject({
      value: { reason: 'code-incomplete' },
    })
    expect(await proveAgain(await ctxAt(evening), { proof: app.codeAt(evening) })).toMatchObject({
      value: { proven: true },
    })
    expect(hasRecentProof((await ctxAt(evening)).actor, evening)).toBe(true)
  })
})
