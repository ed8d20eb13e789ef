import { describe, expect, it } from 'vitest'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { choosePassword, findChoice } from '@/lib/people/choose-password'
import { inviteStaff } from '@/lib/people/invite-staff'
import { requestReset } from '@/lib/people/request-reset'
import { findStaff } from '@/lib/sessions/queries'
import { clinicOf, type Officer, staffAt, useDomain } from '../support/domain'
import { staffMail, tokenIn } from '../support/people'
import { anybodyAt, PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const NEW = 'a lamp under the third table'
const many = <T>(times: number, work: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)))
const hire = async (slug = 'imvizhn') => domain.hire(await clinicOf(slug), 'officer', PASSWORD)
const newAddress = () => `${crypto.randomUUID()}@staff.example`
const person = (changes = {}) => ({
  email: newAddress(),
  name: 'Нина Орлова',
  locale: 'ru',
  role: 'officer',
  ...changes,
})
const choose = (token: string, password = NEW, now = NOW) =>
  choosePassword(anybodyAt(now), { token, password }, { deviceTokens: [] })

/** Asks for a link as the page does; the token that was mailed, if one was. */
async function askForLink({ email, actor }: Pick<Officer, 'email' | 'actor'>, now = NOW): Promise<string> {
  expect(await execute(requestReset, anybodyAt(now), { email, locale: 'ru' })).toMatchObject({ ok: true })
  const mail = await staffMail(INSTALLATION, actor.staffId, 'password-reset')
  return tokenIn(mail?.props['url'])
}

async function invite(lead: Officer, changes = {}) {
  const given = person(changes)
  const result = await execute(inviteStaff, staffAt(lead, NOW), given)
  if (!result.ok) throw new Error(JSON.stringify(result))
  const { staffId } = result.value
  const mail = await staffMail(lead.clinic.id, staffId, 'staff-invitation')
  return { ...given, staffId, token: tokenIn(mail?.props['url']) }
}

describe('an invitation', () => {
  const leadOf = async (slug = 'imvizhn') => domain.hire(await clinicOf(slug), 'lead')

  it('makes an account whose person chooses a password and is signed in', async () => {
    const lead = await leadOf()
    const { email, staffId, token } = await invite(lead)
    expect(await trySignIn(email, { now: NOW })).toMatchObject({ reason: 'wrong' })
    expect(await findChoice(anybodyAt(NOW), token)).toEqual({ purpose: 'invitation', email, name: 'Нина Орлова' })
    const chosen = await choose(token)
    if (!chosen.ok || !chosen.value.signedIn) throw new Error('Not signed in')
    expect(await findStaff(chosen.value.session.token, NOW)).toMatchObject({
      staffId,
      memberships: [{ operatorId: lead.clinic.id, role: 'officer' }],
    })
    expect(await trySignIn(email, { now: NOW, password: NEW })).toMatchObject({ signedIn: true })
  })

  it('works once, for seven days, also when it is used fifty times at once', async () => {
    const lead = await leadOf()
    const [{ token }, late] = [await invite(lead), await invite(lead)]
    expect(await choose(late.token, NEW, later(7 * DAY))).toEqual({ ok: false, reason: 'link-ended' })
    expect(await choose(late.token, NEW, later(7 * DAY - 1))).toMatchObject({ ok: true })
    const results = await many(50, () => choose(token))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter((result) => !result.ok && result.reason === 'link-ended')).toHaveLength(49)
  })

  it('is given by leads and admins alone, and an admin is made by an admin', async () => {
    const clinic = await clinicOf('imed')
    for (const role of ['officer', 'auditor'] as const) {
      const result = await execute(inviteStaff, staffAt(await domain.hire(clinic, role), NOW), person())
      expect(result).toEqual({ ok: false, reason: 'not-allowed' })
    }
    const admin = person({ role: 'admin' })
    expect(await execute(inviteStaff, staffAt(await leadOf('imed'), NOW), admin)).toMatchObject({
      reason: 'not-allowed',
    })
    expect(await execute(inviteStaff, staffAt(await domain.hire(clinic, 'admin'), NOW), admin)).toMatchObject({
      ok: true,
    })
    const none = await domain.sql`select 1 from staff where email = ${admin.email} and is_admin`
    expect(none).toHaveLength(0)
  })

  it('to somebody with an account asks them, and sends no link', async () => {
    const [officer, lead] = [await hire('imvizhn'), await leadOf('caop1')]
    const input = person({ email: ` ${officer.email.toUpperCase()}` })
    expect(await execute(inviteStaff, staffAt(lead, NOW), input)).toMatchObject({
      ok: true,
      value: { staffId: officer.actor.staffId, url: undefined },
    })
    expect(await staffMail(lead.clinic.id, officer.actor.staffId, 'staff-invitation')).toBeUndefined()
    expect(await staffMail(lead.clinic.id, officer.actor.staffId, 'staff-offer')).toMatchObject({ to: officer.email })
    const { session } = await signedIn(officer.email, { now: NOW })
    const found = await findStaff(session.token, NOW)
    expect(found?.memberships.map(({ operatorId }) => operatorId)).toEqual([officer.clinic.id])
  })

  it('makes the first admin at the terminal, of the installation and nothing less', async () => {
    const system = contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', NOW)
    expect(await execute(inviteStaff, system, person())).toEqual({ ok: false, reason: 'not-allowed' })
    const result = await execute(inviteStaff, system, person({ role: 'admin' }))
    if (!result.ok) throw new Error(result.reason)
    const chosen = await choose(tokenIn(result.value.url))
    if (!chosen.ok || !chosen.value.signedIn) throw new Error('Not signed in')
    expect(await findStaff(chosen.value.session.token, NOW)).toMatchObject({ isAdmin: true, memberships: [] })
  })
})

describe('a forgotten password', () => {
  it('is chosen anew by a mailed link, which ends every session and opens what strangers closed', async () => {
    const officer = await hire()
    const { session } = await signedIn(officer.email, { now: NOW })
    await many(60, (turn) => trySignIn(officer.email, { now: NOW, password: 'not it', source: `192.0.2.${turn}` }))
    expect(await trySignIn(officer.email, { now: NOW })).toMatchObject({ reason: 'locked' })
    const chosen = await choose(await askForLink(officer))
    if (!chosen.ok || !chosen.value.signedIn) throw new Error('Not signed in')
    expect(await findStaff(session.token, NOW)).toBeUndefined()
    expect(await findStaff(chosen.value.session.token, NOW)).toBeDefined()
    expect(await trySignIn(officer.email, { now: NOW, password: NEW })).toMatchObject({ signedIn: true })
    expect(await trySignIn(officer.email, { now: NOW })).toMatchObject({ reason: 'wrong' })
  })

  it('tells its owner when it was chosen anew, and nobody who comes for the first time', async () => {
    const officer = await hire()
    const token = await askForLink(officer)
    const told = ({ staffId }: { staffId: string }) => staffMail(INSTALLATION, staffId, 'password-changed')
    expect(await told(officer.actor)).toBeUndefined()
    expect(await choose(token, 'short')).toMatchObject({ ok: false })
    expect(await told(officer.actor)).toBeUndefined()
    expect(await choose(token)).toMatchObject({ ok: true })
    expect(await told(officer.actor)).toMatchObject({
      to: officer.email,
      props: { url: expect.stringMatching(/\/ru\/admin\/forgot-password$/) },
    })
    const invited = await invite(await domain.hire(officer.clinic, 'lead'))
    expect(await choose(invited.token)).toMatchObject({ ok: true })
    expect(await told(invited)).toBeUndefined()
  })

  it('has a link for thirty minutes that works once, also when a thousand use it at once', async () => {
    const [officer, late] = [await hire(), await hire()]
    const lateToken = await askForLink(late)
    expect(await choose(lateToken, NEW, later(30 * MINUTE))).toEqual({ ok: false, reason: 'link-ended' })
    expect(await choose(lateToken, NEW, later(30 * MINUTE - 1))).toMatchObject({ ok: true })
    const token = await askForLink(officer)
    // The password is hashed only for a link that still works: the first to be done ends it for most.
    const results = [...(await many(100, () => choose(token))), ...(await many(900, () => choose(token)))]
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('gets three links in half an hour, each of which works until one is used', async () => {
    const officer = await hire()
    const tokens = [await askForLink(officer), await askForLink(officer, later(1)), await askForLink(officer, later(2))]
    expect(new Set(tokens).size).toBe(3)
    expect(await askForLink(officer, later(3))).toBe(tokens[2])
    expect(await choose(tokens[0] ?? '', NEW, later(4))).toMatchObject({ ok: true })
    expect(await choose(tokens[1] ?? '', NEW, later(4))).toEqual({ ok: false, reason: 'link-ended' })
    expect(await askForLink(officer, later(31 * MINUTE))).not.toBe(tokens[2])
  })

  it('answers the same for nobody, for the dismissed and for whoever works nowhere, and mails nothing', async () => {
    const [dismissed, nowhere] = [await hire(), await hire()]
    await domain.sql`update staff set dismissed_at = ${NOW} where id = ${dismissed.actor.staffId}`
    await domain.sql`delete from staff_membership where staff_id = ${nowhere.actor.staffId}`
    const known = await execute(requestReset, anybodyAt(NOW), { email: (await hire()).email, locale: 'ru' })
    const before = await domain.sql`select 1 from mail`
    for (const email of [newAddress(), dismissed.email, nowhere.email]) {
      const result = await execute(requestReset, anybodyAt(NOW), { email, locale: 'ru' })
      expect(Object.keys(result)).toEqual(Object.keys(known))
    }
    expect(await domain.sql`select 1 from mail`).toHaveLength(before.length)
    expect(await trySignIn(nowhere.email, { now: NOW })).toMatchObject({ reason: 'wrong' })
  })

  it('keeps no token in any column', async () => {
    const token = await askForLink(await hire())
    const [row] =
      await domain.sql`select count(*)::int as found from staff_link where token_hash = ${Buffer.from(token)}`
    expect(row).toEqual({ found: 0 })
    const rows = await domain.sql`select contents, raw from mail`
    expect(rows.some(({ contents }) => Buffer.from(contents).includes(token))).toBe(false)
  })
})

describe('a new password', () => {
  it.each([
    ['lamp table', true],
    ['short one', 'passwordShort'],
    ['password123', 'passwordCommon'],
    ['', 'required'],
  ])('"%s": %s', async (password, outcome) => {
    const officer = await hire()
    const token = await askForLink(officer)
    const result = await choose(token, password)
    if (outcome === true) expect(result).toMatchObject({ ok: true })
    else {
      expect(result).toMatchObject({ ok: false, fields: { password: expect.arrayContaining([outcome]) } })
      // The link is not used up by a password that was refused.
      expect(await choose(token)).toMatchObject({ ok: true })
    }
  })
})

describe('an owner whom wrong passwords keep out', () => {
  it('gets one letter with a link that lets them in', async () => {
    const officer = await hire()
    const attack = () =>
      many(60, (turn) => trySignIn(officer.email, { now: NOW, password: 'not it', source: `192.0.2.${turn}` }))
    await attack()
    const mail = await staffMail(INSTALLATION, officer.actor.staffId, 'sign-in-locked')
    expect(mail).toMatchObject({ to: officer.email, props: { strangers: true } })
    await attack()
    const mails = await domain.sql`select 1 from mail where staff_id = ${officer.actor.staffId}`
    expect(mails).toHaveLength(1)
    expect(await choose(tokenIn(mail?.props['url']))).toMatchObject({ ok: true })
    expect(await trySignIn(officer.email, { now: NOW, password: NEW })).toMatchObject({ signedIn: true })
  })
})
