import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import type { Operator } from '@/lib/operators/queries'
import { endRequesterSession } from '@/lib/sessions/end-session'
import { findRequester } from '@/lib/sessions/queries'
import { requestCode } from '@/lib/sessions/request-code'
import { type CodeCheck, verifyCode } from '@/lib/sessions/verify-code'
import { clinicOf, fileAt, mailOf, mailsOf, publicAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const later = (milliseconds: number) => new Date(NOW.getTime() + milliseconds)
const MINUTE = 60_000
const EMAIL = 'sokolova@patients.example'
const many = <T>(times: number, work: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)))

async function askForCode(clinic: Operator, reference: string, email = EMAIL, now = NOW): Promise<string> {
  const result = await execute(requestCode, publicAt(clinic, now), { reference, email, locale: 'ru' })
  if (!result.ok) throw new Error(result.reason)
  expect(Object.keys(result.value)).toEqual(['codeId'])
  return result.value.codeId
}

async function tryCode(clinic: Operator, codeId: string, code: string, now = NOW): Promise<CodeCheck> {
  const result = await execute(verifyCode, publicAt(clinic, now), { codeId, code })
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

/** A request with a code that its mailbox has got, and another code of six digits. */
async function withCode(slug = 'imvizhn') {
  const clinic = await clinicOf(slug)
  const { requestId, reference } = await fileAt(clinic, NOW)
  const codeId = await askForCode(clinic, reference)
  const { code } = (await mailOf(clinic, requestId, 'one-time-code')) as { code: string }
  const wrong = code === '000000' ? '000001' : '000000'
  return { clinic, requestId, reference, codeId, code, wrong }
}

async function accepted(clinic: Operator, codeId: string, code: string, now = NOW) {
  const check = await tryCode(clinic, codeId, code, now)
  if (!check.accepted) throw new Error('The code was not accepted')
  return check
}

describe('a one-time code', () => {
  it('opens the case, and confirms the address with it', async () => {
    const { clinic, requestId, reference, codeId, code } = await withCode()
    const check = await accepted(clinic, codeId, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(check.reference).toBe(reference)
    expect(await findRequester(clinic.id, check.token, NOW)).toMatchObject({ kind: 'requester', requestId })
    const [row] = await domain.sql`select email_confirmed_at from request where id = ${requestId}`
    expect(row).toEqual({ email_confirmed_at: NOW })
  })

  it('is good for five tries, however many come at the same moment', async () => {
    const { clinic, codeId, code, wrong } = await withCode()
    const checks = await many(20, () => tryCode(clinic, codeId, wrong))
    expect(checks).toEqual(checks.map(() => ({ accepted: false })))
    expect(await domain.sql`select tries from one_time_code where id = ${codeId}`).toEqual([{ tries: 5 }])
    expect(await tryCode(clinic, codeId, code)).toEqual({ accepted: false })
  })

  it('forgives four wrong tries', async () => {
    const { clinic, codeId, code, wrong } = await withCode()
    await many(4, () => tryCode(clinic, codeId, wrong))
    expect(await tryCode(clinic, codeId, code)).toMatchObject({ accepted: true })
  })

  it('is used once, if it is typed twenty times at the same moment', async () => {
    const { clinic, requestId, codeId, code } = await withCode()
    const checks = await many(20, () => tryCode(clinic, codeId, code))
    expect(checks.filter((check) => check.accepted)).toHaveLength(1)
    const sessions = await domain.sql`select id from requester_session where request_id = ${requestId}`
    expect(sessions).toHaveLength(1)
  })

  it('is good for less than ten minutes', async () => {
    const [one, other] = [await withCode(), await withCode()]
    expect(await tryCode(one.clinic, one.codeId, one.code, later(10 * MINUTE))).toEqual({ accepted: false })
    expect(await tryCode(other.clinic, other.codeId, other.code, later(10 * MINUTE - 1))).toMatchObject({
      accepted: true,
    })
  })

  it('is worth nothing at another clinic', async () => {
    const { codeId, code } = await withCode()
    expect(await tryCode(await clinicOf('imed'), codeId, code)).toEqual({ accepted: false })
  })

  it.each([
    ['of an unknown reference', (reference: string) => [reference.replace(/\d{6}$/, '999999'), EMAIL]],
    ['of a wrong e-mail', (reference: string) => [reference, 'somebody@else.example']],
    ['of no reference at all', () => ['whatever', EMAIL]],
  ])('%s gets the same answer and a row, and no mail', async (_what, mistyped) => {
    const clinic = await clinicOf('caop1')
    const { requestId, reference } = await fileAt(clinic, NOW)
    const mailsBefore = await domain.sql`select id from mail`
    const [typed = '', email = ''] = mistyped(reference)
    const codeId = await askForCode(clinic, typed, email)
    expect(await domain.sql`select operator_id, request_id, tries from one_time_code where id = ${codeId}`).toEqual([
      { operator_id: clinic.id, request_id: null, tries: 0 },
    ])
    expect(await domain.sql`select id from mail`).toHaveLength(mailsBefore.length)
    expect(await tryCode(clinic, codeId, '000000')).toEqual({ accepted: false })
    expect(await domain.sql`select tries from one_time_code where id = ${codeId}`).toEqual([{ tries: 1 }])
    const known = await askForCode(clinic, reference)
    expect((await mailsOf(clinic, requestId)).map(({ template }) => template)).toContain('one-time-code')
    expect(known).toMatch(/^[\da-f-]{36}$/)
  })

  it('is mailed five times an hour at most, and asked for as often as one likes', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const { requestId, reference } = await fileAt(clinic, NOW)
    await many(12, () => askForCode(clinic, reference))
    const codes = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'one-time-code')
    expect(codes).toHaveLength(5)
    await askForCode(clinic, reference, EMAIL, later(61 * MINUTE))
    expect((await mailsOf(clinic, requestId)).filter(({ template }) => template === 'one-time-code')).toHaveLength(6)
  })

  it('is read from a reference as people type it', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const { requestId, reference } = await fileAt(clinic, NOW)
    await askForCode(clinic, ` ${reference.toLowerCase().replaceAll('-', ' – ')} `, EMAIL.toUpperCase())
    expect((await mailsOf(clinic, requestId)).map(({ template }) => template)).toContain('one-time-code')
  })
})

describe('the session of a requester', () => {
  it('lasts two hours, at its own clinic', async () => {
    const { clinic, codeId, code } = await withCode()
    const { token, expiresAt } = await accepted(clinic, codeId, code)
    expect(expiresAt).toEqual(later(120 * MINUTE))
    expect(await findRequester(clinic.id, token, later(120 * MINUTE - 1))).toBeDefined()
    expect(await findRequester(clinic.id, token, expiresAt)).toBeUndefined()
    expect(await findRequester((await clinicOf('imed')).id, token, NOW)).toBeUndefined()
    expect(await findRequester(clinic.id, `${token}x`, NOW)).toBeUndefined()
  })

  it('is out at once when it is ended', async () => {
    const { clinic, codeId, code } = await withCode()
    const { token } = await accepted(clinic, codeId, code)
    const actor = await findRequester(clinic.id, token, NOW)
    if (!actor) throw new Error('No session')
    await execute(endRequesterSession, contextFor(actor, clinic.timeZone, NOW), {})
    expect(await findRequester(clinic.id, token, NOW)).toBeUndefined()
  })
})
