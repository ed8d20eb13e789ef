import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { addPasskey, beginPasskey, listOwnPasskeys, removePasskey } from '@/lib/people/passkeys'
import { askOwnPasskey, proveAgain } from '@/lib/people/prove-again'
import { endSecondFactor } from '@/lib/people/second-factor'
import { askForPasskey, mayUsePasskey, takeSecondStep } from '@/lib/sessions/second-step'
import { newAuthenticator } from '../support/authenticator'
import { clinicOf, type Officer, staffAt, useDomain } from '../support/domain'
import { secured } from '../support/second-factor'
import { anybodyAt, PASSWORD, trySignIn } from '../support/sign-in'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const origin = () => new URL(process.env['PORTAL_URL'] ?? '').origin

const valueOf = (result: { ok: boolean; value?: unknown; reason?: string }): string => {
  if (!result.ok) throw new Error(result.reason)
  return String(result.value)
}

/** An officer with an app, and a passkey beside it. */
async function withPasskey() {
  const officer = await domain.hire(await clinicOf('imvizhn'), 'officer', PASSWORD)
  const app = await secured(officer, NOW)
  const key = newAuthenticator(origin())
  const ctx = staffAt(officer, NOW)
  const answer = key.create(valueOf(await execute(beginPasskey, ctx, {})))
  expect(await execute(addPasskey, ctx, { label: 'Ноутбук', answer })).toMatchObject({ ok: true })
  return { officer, app, key, ctx }
}

async function ticketOf({ email }: Officer, now: Date): Promise<string> {
  const outcome = await trySignIn(email, { now })
  if (outcome.signedIn || outcome.reason !== 'second-step') throw new Error('No second step was asked for')
  return outcome.ticket
}

const asked = async (ticket: string, now = NOW) => valueOf(await execute(askForPasskey, anybodyAt(now), { ticket }))

async function answered(ticket: string, passkey: string, now = NOW): Promise<string> {
  const place = { source: crypto.randomUUID(), deviceTokens: [] }
  const result = await execute(takeSecondStep, anybodyAt(now), { ticket, passkey, ...place })
  if (!result.ok) throw new Error(result.reason)
  return result.value.signedIn ? 'signed in' : result.value.reason
}

describe('a passkey', () => {
  it('signs in after the password, as often as it is asked', async () => {
    const { officer, key, ctx } = await withPasskey()
    for (const now of [NOW, later(1), later(2)]) {
      const ticket = await ticketOf(officer, now)
      expect(await mayUsePasskey(anybodyAt(now), ticket)).toBe(true)
      expect(await answered(ticket, key.get(await asked(ticket, now)), now)).toBe('signed in')
    }
    expect(await listOwnPasskeys(ctx)).toMatchObject([{ label: 'Ноутбук', createdAt: NOW, usedAt: later(2) }])
    const log = await domain.sql`
      select data->>'by' as by from audit_event where action = 'session.staff-started'
      and data->>'staffId' = ${officer.actor.staffId} and data->>'by' = 'passkey'`
    expect(log).toHaveLength(3)
  })

  it('lets one in of a thousand who send the same answer at once', async () => {
    const { officer, key } = await withPasskey()
    const ticket = await ticketOf(officer, NOW)
    const answer = key.get(await asked(ticket))
    const outcomes = await Promise.all(Array.from({ length: 1_000 }, () => answered(ticket, answer)))
    expect(outcomes.filter((outcome) => outcome === 'signed in')).toHaveLength(1)
  }, 60_000)

  it('answers what it was asked, for minutes, at this portal, for its owner, and nothing else', async () => {
    const { officer, key } = await withPasskey()
    const other = await withPasskey()
    const ticket = await ticketOf(officer, NOW)
    const theirs = await ticketOf(other.officer, NOW)
    const question = await asked(ticket)
    const made = JSON.stringify({ ...(JSON.parse(question) as object), challenge: 'bWFkZSB1cA' })
    expect(await answered(ticket, key.get(made)), 'a question that nobody asked').toBe('passkey-wrong')
    expect(await answered(ticket, other.key.get(question)), 'another person’s passkey').toBe('passkey-wrong')
    expect(await answered(theirs, key.get(question)), 'at another account').toBe('passkey-wrong')
    expect(await answered(ticket, key.get(question), later(6)), 'too late').toBe('passkey-wrong')
    for (const junk of ['{}', 'no', '[]', '{"id":7}', JSON.stringify({ id: 'x', response: {} })])
      expect(await answered(ticket, junk)).toBe('passkey-wrong')
    expect(await answered(ticket, key.get(await asked(ticket))), 'none of it was a guess').toBe('signed in')
  })

  it('is no other site’s', async () => {
    const officer = await domain.hire(await clinicOf('imvizhn'), 'officer', PASSWORD)
    await secured(officer, NOW)
    const ctx = staffAt(officer, NOW)
    const answer = newAuthenticator('https://elsewhere.example').create(valueOf(await execute(beginPasskey, ctx, {})))
    expect(await execute(addPasskey, ctx, { label: 'Ключ', answer })).toEqual({ ok: false, reason: 'passkey-wrong' })
    expect(await listOwnPasskeys(ctx)).toEqual([])
  })

  it('stands beside an app, and goes with it; its owner hears of both', async () => {
    const bare = await domain.hire(await clinicOf('imvizhn'), 'officer', PASSWORD)
    expect(await execute(beginPasskey, staffAt(bare, NOW), {})).toEqual({ ok: false, reason: 'no-second-factor' })
    const { officer, app, ctx } = await withPasskey()
    expect(await execute(endSecondFactor, ctx, { code: app.codes[0] })).toMatchObject({ ok: true })
    expect(await listOwnPasskeys(ctx)).toEqual([])
    const letters = await domain.sql`
      select template from mail where staff_id = ${officer.actor.staffId} and template = 'second-factor-changed'`
    expect(letters).toHaveLength(3)
  })

  it('is removed by its owner alone, and signs nobody in after that', async () => {
    const { officer, key, ctx } = await withPasskey()
    const [mine] = await listOwnPasskeys(ctx)
    const other = await withPasskey()
    const passkeyId = mine?.id
    expect(await execute(removePasskey, other.ctx, { passkeyId })).toEqual({ ok: false, reason: 'no-passkey' })
    const ticket = await ticketOf(officer, NOW)
    const question = await asked(ticket)
    expect(await execute(removePasskey, ctx, { passkeyId })).toMatchObject({ ok: true })
    expect(await answered(ticket, key.get(question))).toBe('passkey-wrong')
    expect(await mayUsePasskey(anybodyAt(NOW), ticket)).toBe(false)
  })

  it('proves once more who is at the desk', async () => {
    const { key, ctx } = await withPasskey()
    expect(await proveAgain(ctx, { proof: '' })).toMatchObject({ ok: false, fields: { proof: ['required'] } })
    const answer = key.get(valueOf(await execute(askOwnPasskey, ctx, {})))
    expect(await proveAgain(ctx, { passkey: answer })).toMatchObject({ value: { proven: true } })
    expect(await proveAgain(ctx, { passkey: answer })).toMatchObject({ value: { reason: 'passkey-wrong' } })
  })
})
