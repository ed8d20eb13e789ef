import { describe, expect, it } from 'vitest'
import { INSTALLATION, type StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { changeOwnPassword, changeOwnProfile, endOwnSessions, getOwnAccount } from '@/lib/people/own-account'
import { proveAgain } from '@/lib/people/prove-again'
import { findStaff } from '@/lib/sessions/queries'
import { clinicOf, useDomain } from '../support/domain'
import { staffMail } from '../support/people'
import { PASSWORD, signedIn, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)
const NEW = 'a lamp under the third table'
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:153.0) Gecko/20100101 Firefox/153.0'

/** Somebody with so many sessions, and a context for the first of them. */
async function somebody(sessions = 3) {
  const officer = await domain.hire(await clinicOf('imed'), 'officer', PASSWORD)
  const tokens: string[] = []
  for (let n = 0; n < sessions; n += 1) {
    tokens.push((await signedIn(officer.email, { now: later(n), userAgent: FIREFOX })).session.token)
  }
  const { sessionId = '' } = (await findStaff(tokens[0] ?? '', NOW)) ?? {}
  const actor: StaffActor = { ...officer.actor, operatorId: INSTALLATION, role: 'auditor', sessionId }
  return { ...officer, tokens, ctx: contextFor(actor, 'UTC', later(1_000)) }
}

const alive = async (tokens: string[]) => Promise.all(tokens.map(async (token) => Boolean(await findStaff(token, NOW))))

describe('the own account', () => {
  it('shows its open sessions, this one first, with device, begin and last use', async () => {
    const { ctx, tokens } = await somebody()
    await findStaff(tokens[1] ?? '', later(10 * 60_000))
    const { sessions } = await getOwnAccount(ctx)
    expect(sessions.map(({ isThis }) => isThis)).toEqual([true, false, false])
    expect(sessions[0]).toMatchObject({ device: 'Firefox, Windows', createdAt: NOW, lastSeenAt: NOW })
    expect(sessions[2]).toMatchObject({ createdAt: later(1), lastSeenAt: later(10 * 60_000) })
  })

  it('ends one session, or all but this one, and nobody else’s', async () => {
    const [one, other] = [await somebody(), await somebody(1)]
    const { sessions } = await getOwnAccount(one.ctx)
    const session = sessions[1]?.id
    expect(await execute(endOwnSessions, one.ctx, { session })).toMatchObject({ ok: true })
    expect(await alive(one.tokens)).toEqual([true, true, false])
    expect(await execute(endOwnSessions, one.ctx, { session })).toEqual({ ok: false, reason: 'ended-already' })
    const stranger = await execute(endOwnSessions, other.ctx, { session: one.ctx.actor.sessionId })
    expect(stranger).toEqual({ ok: false, reason: 'ended-already' })
    expect(await execute(endOwnSessions, one.ctx, { session: 'others' })).toMatchObject({ ok: true })
    expect(await alive([...one.tokens, ...other.tokens])).toEqual([true, false, false, true])
  })

  it('lets nobody guess the password at a session that is open, at either form, and tells its owner', async () => {
    const { ctx, email, actor } = await somebody(1)
    const guess = (now: Date, proof: string) => proveAgain({ ...ctx, now }, { proof })
    const change = (now: Date, password: string) => changeOwnPassword({ ...ctx, now }, { password, newPassword: NEW })
    const at = later(2_000)
    const tries = await Promise.all(Array.from({ length: 14 }, () => guess(at, 'not it')))
    const told = tries.map((tried) => tried.ok && !tried.value.proven && tried.value.reason)
    expect(told.filter((reason) => reason === 'password-wrong').length).toBeLessThanOrEqual(10)
    expect(told).toContain('locked')
    expect(await guess(at, PASSWORD)).toEqual({ ok: true, value: { proven: false, reason: 'locked' } })
    expect(await change(at, PASSWORD)).toEqual({ ok: false, reason: 'locked' })
    expect(await staffMail(INSTALLATION, actor.staffId, 'sign-in-locked')).toMatchObject({ to: email })
    // The door is another place: the owner is not kept out.
    expect(await trySignIn(email, { now: at, password: PASSWORD })).toMatchObject({ signedIn: true })
    const after = later(16 * 60_000)
    for (let n = 0; n < 10; n += 1) await change(after, 'not it')
    expect(await change(after, PASSWORD)).toEqual({ ok: false, reason: 'locked' })
    const end = later(32 * 60_000)
    expect(await guess(end, PASSWORD)).toEqual({ ok: true, value: { proven: true } })
  })

  it('changes name and language', async () => {
    const { ctx } = await somebody(1)
    expect(await execute(changeOwnProfile, ctx, { name: ' ', locale: 'en' })).toMatchObject({ reason: 'invalid' })
    expect(await execute(changeOwnProfile, ctx, { name: 'Ева Брук', locale: 'en' })).toMatchObject({ ok: true })
    expect(await getOwnAccount(ctx)).toMatchObject({ name: 'Ева Брук', locale: 'en' })
  })
})

describe('the own password', () => {
  it('is changed by whoever knows it, which ends the other sessions', async () => {
    const { ctx, tokens, email } = await somebody()
    for (const [given, field, fault] of [
      [{ password: 'not it', newPassword: NEW }, 'password', 'passwordWrong'],
      [{ password: PASSWORD, newPassword: 'password123' }, 'newPassword', 'passwordCommon'],
      [{ password: PASSWORD, newPassword: 'short' }, 'newPassword', 'passwordShort'],
    ] as const) {
      expect(await changeOwnPassword(ctx, given)).toEqual({
        ok: false,
        reason: 'invalid',
        fields: { [field]: [fault] },
      })
    }
    expect(await alive(tokens)).toEqual([true, true, true])
    expect(await changeOwnPassword(ctx, { password: PASSWORD, newPassword: NEW })).toMatchObject({ ok: true })
    expect(await alive(tokens)).toEqual([true, false, false])
    expect(await trySignIn(email, { now: NOW })).toMatchObject({ reason: 'wrong' })
    expect(await trySignIn(email, { now: NOW, password: NEW })).toMatchObject({ signedIn: true })
  })

  it('is told of to its owner when it is another one', async () => {
    const { ctx, email } = await somebody(1)
    const told = () => staffMail(INSTALLATION, ctx.actor.staffId, 'password-changed')
    expect(await changeOwnPassword(ctx, { password: 'not it', newPassword: NEW })).toMatchObject({ ok: false })
    expect(await told()).toBeUndefined()
    expect(await changeOwnPassword(ctx, { password: PASSWORD, newPassword: NEW })).toMatchObject({ ok: true })
    expect(await told()).toMatchObject({ to: email })
  })

  it('changed twice at the same moment is changed once', async () => {
    const { ctx } = await somebody(1)
    const results = await Promise.all(
      ['a lamp under the third table', 'three brown bears on a bus'].map((newPassword) =>
        changeOwnPassword(ctx, { password: PASSWORD, newPassword }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
