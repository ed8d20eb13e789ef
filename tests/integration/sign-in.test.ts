import { describe, expect, it } from 'vitest'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { unlockStaff } from '@/lib/people/unlock-staff'
import { endStaffSession } from '@/lib/sessions/end-session'
import { forgetGuards } from '@/lib/sessions/forget-guards'
import { findStaff } from '@/lib/sessions/queries'
import type { SignIn } from '@/lib/sessions/sign-in-staff'
import { clinicOf, staffAt, useDomain } from '../support/domain'
import { PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)
const MINUTE = 60_000
const many = <T>(times: number, work: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)))
const hire = async (slug = 'imvizhn') => domain.hire(await clinicOf(slug), 'officer', PASSWORD)
const wrong = { now: NOW, password: 'not it' }
const reasonOf = (outcome: SignIn) => (outcome.signedIn ? 'signed in' : outcome.reason)
const count = (outcomes: SignIn[], reason: string) => outcomes.filter((each) => reasonOf(each) === reason).length

describe('signing in', () => {
  it('gives a session that knows its officer and clinics', async () => {
    const officer = await hire()
    const { session } = await signedIn(officer.email, { now: NOW })
    expect(await findStaff(session.token, NOW)).toMatchObject({
      staffId: officer.actor.staffId,
      memberships: [{ operatorId: officer.clinic.id, role: 'officer' }],
    })
    const kept = await domain.sql`select token_hash from staff_session where staff_id = ${officer.actor.staffId}`
    expect(kept).toHaveLength(1)
    expect(Buffer.from(kept[0]?.['token_hash']).includes(session.token)).toBe(false)
  })

  it('minds no capitals and blanks in the e-mail', async () => {
    const { email } = await hire()
    expect(await trySignIn(` ${email.toUpperCase()} `, { now: NOW })).toMatchObject({ signedIn: true })
  })

  it('answers an unknown account as a wrong password, and writes both down', async () => {
    const officer = await hire()
    expect(await trySignIn('nobody@staff.example', { now: NOW })).toEqual({ signedIn: false, reason: 'wrong' })
    expect(await trySignIn(officer.email, wrong)).toEqual({ signedIn: false, reason: 'wrong' })
    const rows = await domain.sql`
      select data->>'staffId' as who from audit_event where action = 'session.staff-refused' order by seq desc limit 2`
    expect(rows.map(({ who }) => who)).toEqual([officer.actor.staffId, null])
  })

  it('takes no address that a database could not', async () => {
    expect(await trySignIn('nobody\u0000@staff.example', wrong)).toEqual({ signedIn: false, reason: 'wrong' })
  })
})

describe.each(['an account', 'no account'])('wrong passwords for %s', (which) => {
  const addressOf = async () => (which === 'an account' ? (await hire()).email : `${crypto.randomUUID()}@staff.example`)

  it('close it to their source for a quarter of an hour, however many come at the same moment', async () => {
    const email = await addressOf()
    const outcomes = await many(12, () => trySignIn(email, { ...wrong, source: '192.0.2.1' }))
    expect([count(outcomes, 'wrong'), count(outcomes, 'locked')]).toEqual([5, 7])
    const last = await trySignIn(email, { ...wrong, source: '192.0.2.1', now: later(15 * MINUTE - 1) })
    expect(last).toEqual({ signedIn: false, reason: 'locked', until: later(15 * MINUTE), isKnown: false })
    const next = await trySignIn(email, { ...wrong, source: '192.0.2.1', now: later(15 * MINUTE) })
    expect(next).toEqual({ signedIn: false, reason: 'wrong' })
    expect(await trySignIn(email, { ...wrong, source: '192.0.2.2' })).toEqual({ signedIn: false, reason: 'wrong' })
  })

  it('are twenty at most from all strangers together', async () => {
    const email = await addressOf()
    const outcomes = await many(60, (turn) => trySignIn(email, { ...wrong, source: `192.0.2.${turn}` }))
    expect([count(outcomes, 'wrong'), count(outcomes, 'locked')]).toEqual([20, 40])
  })
})

describe('the owner', () => {
  it('gets in on a known device after a thousand wrong passwords from a hundred sources', async () => {
    const { email } = await hire()
    const { device } = await signedIn(email, { now: NOW })
    const outcomes: SignIn[] = []
    for (let round = 0; round < 10; round += 1) {
      outcomes.push(...(await many(100, (source) => trySignIn(email, { ...wrong, source: `198.51.100.${source}` }))))
    }
    expect(outcomes).toHaveLength(1_000)
    expect(count(outcomes, 'signed in') + count(outcomes, 'wrong')).toBe(20)
    expect(await trySignIn(email, { now: NOW, deviceTokens: device.tokens })).toMatchObject({ signedIn: true })
    const elsewhere = await trySignIn(email, { now: NOW })
    expect(elsewhere).toEqual({ signedIn: false, reason: 'locked', until: later(15 * MINUTE), isKnown: false })
  })

  it('has ten wrong passwords on a known device, which count for nobody else', async () => {
    const { email } = await hire()
    const { device } = await signedIn(email, { now: NOW })
    const known = { deviceTokens: device.tokens }
    const outcomes = await many(15, () => trySignIn(email, { ...wrong, ...known }))
    expect([count(outcomes, 'wrong'), count(outcomes, 'locked')]).toEqual([10, 5])
    expect(await trySignIn(email, { now: NOW, ...known })).toMatchObject({ reason: 'locked', isKnown: true })
    expect(await trySignIn(email, { now: NOW })).toMatchObject({ signedIn: true })
  })

  it('is known by a token of this account alone, as long as it lasts', async () => {
    const [officer, colleague] = [await hire(), await hire()]
    const { device } = await signedIn(officer.email, { now: NOW })
    const both = await signedIn(colleague.email, { now: NOW, deviceTokens: device.tokens })
    expect(both.device.tokens).toHaveLength(2)
    const again = await signedIn(colleague.email, { now: NOW, deviceTokens: both.device.tokens })
    expect(again.device.tokens).toHaveLength(2)

    await many(60, (turn) => trySignIn(officer.email, { ...wrong, source: `192.0.2.${turn}` }))
    const [, strangers = ''] = (await signedIn(colleague.email, { now: NOW })).device.tokens
    for (const deviceTokens of [[strangers], ['forged.zzzzzz.mac'], device.tokens.map((token) => `${token}x`)]) {
      expect(reasonOf(await trySignIn(officer.email, { now: NOW, deviceTokens }))).toBe('locked')
    }
    expect(reasonOf(await trySignIn(officer.email, { now: NOW, deviceTokens: both.device.tokens }))).toBe('signed in')
  })

  it('is forgiven wrong passwords after a right one', async () => {
    const { email } = await hire()
    for (let round = 0; round < 2; round += 1) {
      await many(4, () => trySignIn(email, { ...wrong, source: '192.0.2.1' }))
      expect(await trySignIn(email, { now: NOW, source: '192.0.2.1' })).toMatchObject({ signedIn: true })
    }
  })

  it('is let in again by the lead of the clinic, and by nobody else', async () => {
    const officer = await hire()
    await many(20, (turn) => trySignIn(officer.email, { ...wrong, source: `192.0.2.${turn}` }))
    const input = { staffId: officer.actor.staffId }
    expect(await execute(unlockStaff, staffAt(await hire(), NOW), input)).toEqual({ ok: false, reason: 'not-allowed' })
    const stranger = await domain.hire(await clinicOf('imed'), 'lead')
    await expect(execute(unlockStaff, staffAt(stranger, NOW), input)).rejects.toThrow('not found')
    expect(reasonOf(await trySignIn(officer.email, { now: NOW }))).toBe('locked')
    const lead = await domain.hire(officer.clinic, 'lead')
    expect(await execute(unlockStaff, staffAt(lead, NOW), input)).toMatchObject({ ok: true })
    expect(reasonOf(await trySignIn(officer.email, { now: NOW }))).toBe('signed in')
  })
})

describe('a flood', () => {
  it('of three hundred sign-ins at once leaves connections for everybody else', async () => {
    const { email } = await hire()
    await trySignIn(email, { now: NOW })
    let done = false
    const flood = many(300, () => trySignIn(email, { now: NOW })).finally(() => (done = true))
    let others = 0
    while (!done) {
      await findStaff('nobody', NOW)
      others += 1
    }
    expect(count(await flood, 'signed in')).toBe(300)
    // While each hash kept a connection, everybody else waited for the last of them.
    expect(others).toBeGreaterThan(20)
  })

  it('of made-up addresses is swept a day later', async () => {
    await many(5, () => trySignIn(`${crypto.randomUUID()}@staff.example`, wrong))
    const system = (now: Date) => contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', now)
    const before = await domain.sql`select 1 from sign_in_guard`
    expect(before.length).toBeGreaterThanOrEqual(10)
    expect(await execute(forgetGuards, system(later(24 * 60 * MINUTE)), {})).toMatchObject({ reason: 'nothing-old' })
    expect(await execute(forgetGuards, system(later(24 * 60 * MINUTE + 16 * MINUTE)), {})).toMatchObject({ ok: true })
    expect(await domain.sql`select 1 from sign_in_guard`).toHaveLength(0)
  })
})

describe('the session of an officer', () => {
  it('lasts twelve hours', async () => {
    const { session } = await signedIn((await hire('imed')).email, { now: NOW })
    expect(await findStaff(session.token, later(12 * 60 * MINUTE - 1))).toBeDefined()
    expect(await findStaff(session.token, later(12 * 60 * MINUTE))).toBeUndefined()
  })

  it('is out at once when it is ended, and no other with it', async () => {
    const officer = await hire('imed')
    const [{ session }, other] = [
      await signedIn(officer.email, { now: NOW }),
      await signedIn(officer.email, { now: NOW }),
    ]
    const sessionId = (await findStaff(session.token, NOW))?.sessionId ?? ''
    await execute(endStaffSession, staffAt({ ...officer, actor: { ...officer.actor, sessionId } }, NOW), {})
    expect(await findStaff(session.token, NOW)).toBeUndefined()
    expect(await findStaff(other.session.token, NOW)).toBeDefined()
  })

  it('is out at once when the officer is dismissed, who cannot come back', async () => {
    const officer = await hire('imed')
    const { session } = await signedIn(officer.email, { now: NOW })
    await domain.sql`update staff set dismissed_at = ${NOW} where id = ${officer.actor.staffId}`
    expect(await findStaff(session.token, NOW)).toBeUndefined()
    expect(await trySignIn(officer.email, { now: NOW })).toEqual({ signedIn: false, reason: 'wrong' })
  })

  it('loses a clinic at once when the membership goes', async () => {
    const officer = await hire('imed')
    const { session } = await signedIn(officer.email, { now: NOW })
    await domain.sql`delete from staff_membership where staff_id = ${officer.actor.staffId}`
    expect(await findStaff(session.token, NOW)).toMatchObject({ memberships: [] })
  })
})
