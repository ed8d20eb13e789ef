import { afterEach, describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import type { Operator } from '@/lib/operators/queries'
import { findCodeStep } from '@/lib/sessions/code-step'
import { endRequesterSession } from '@/lib/sessions/end-session'
import { wakeWaitingCodes } from '@/lib/sessions/make-code'
import { purgeCodes } from '@/lib/sessions/purge-codes'
import { findRequester } from '@/lib/sessions/queries'
import { requestCode } from '@/lib/sessions/request-code'
import { type CodeCheck, verifyCode } from '@/lib/sessions/verify-code'
import { clinicOf, fileAt, mailsOf, makeCodes, publicAt, systemAt, useDomain } from '../support/domain'

const { sql } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const later = (milliseconds: number, from = NOW) => new Date(from.getTime() + milliseconds)
const many = <T>(times: number, work: (turn: number) => Promise<T>) =>
  Promise.all(Array.from({ length: times }, (_, turn) => work(turn)))

// Each test has hours of its own: limits count by the clock.
let start = NOW
afterEach(() => {
  start = later(24 * HOUR, start)
})
const at = (milliseconds: number) => later(milliseconds, start)

interface Case {
  clinic: Operator
  requestId: string
  reference: string
  email: string
}

let cases = 0
async function newCase(slug = 'imvizhn'): Promise<Case> {
  const clinic = await clinicOf(slug)
  cases += 1
  const email = `sokolova-${cases}@patients.example`
  return { clinic, email, ...(await fileAt(clinic, start, { contact: { email } })) }
}

interface Ask {
  from?: string
  now?: Date
  email?: string
  reference?: string
}

const asked = (of: Case, { from = 'home', now = start, email = of.email, reference = of.reference }: Ask = {}) =>
  execute(requestCode, publicAt(of.clinic, now, from), { reference, email, locale: 'ru' })

/** Asks for a code that has to be promised, and has it made. */
async function ask(of: Case, how: Ask = {}): Promise<string> {
  const result = await asked(of, how)
  if (!result.ok) throw new Error(result.reason)
  await makeCodes(sql, of.clinic, how.now ?? start)
  return result.value.codeId
}

async function codesOf({ clinic, requestId }: Case): Promise<string[]> {
  const mails = (await mailsOf(clinic, requestId)).filter(({ template }) => template === 'one-time-code')
  return mails.map(({ props }) => (props as { code: string }).code)
}

const lastOf = async (of: Case): Promise<string> => (await codesOf(of)).at(-1) ?? ''

const tried = ({ clinic }: Case, codeId: string, code: string, { from = 'home', now = start }: Ask = {}) =>
  execute(verifyCode, publicAt(clinic, now, from), { codeId, code })

async function check(of: Case, codeId: string, code: string, how: Ask = {}): Promise<CodeCheck> {
  const result = await tried(of, codeId, code, how)
  if (!result.ok) throw new Error(result.reason)
  return result.value
}

async function accepted(of: Case, codeId: string, code: string) {
  const result = await check(of, codeId, code)
  if (!result.accepted) throw new Error('The code was not accepted')
  return result
}

/** A case with a code that its mailbox has got, and another code of six digits. */
/** Of nine digits, where those that are sent have six. */
const NO_CODE = '000000000'

async function withCode(slug?: string) {
  const of = await newCase(slug)
  const codeId = await ask(of)
  const code = await lastOf(of)
  return { of, codeId, code, wrong: code === '000000' ? '000001' : '000000' }
}

describe('a one-time code', () => {
  it('opens the case, and confirms the address with it', async () => {
    const { of, codeId, code } = await withCode()
    // As it is pasted, and as a keyboard for Chinese types it.
    const wide = code.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    const { reference, token } = await accepted(of, codeId, ` ${wide.slice(0, 3)} ${wide.slice(3)}`)
    expect(reference).toBe(of.reference)
    expect(await findRequester(of.clinic.id, token, start)).toMatchObject({ requestId: of.requestId })
    const [row] = await sql`select email_confirmed_at from request where id = ${of.requestId}`
    expect(row).toEqual({ email_confirmed_at: start })
    const again = await ask(of)
    await accepted(of, again, await lastOf(of))
    const history = await sql`
      select actor_kind from audit_event where request_id = ${of.requestId} and action = 'request.email-confirmed'`
    expect(history).toEqual([{ actor_kind: 'public' }])
  })

  it('goes to the address as it was filed, however it is typed now', async () => {
    const of = await newCase()
    await ask(of, { email: of.email.toUpperCase() })
    const mails = await mailsOf(of.clinic, of.requestId)
    expect(mails.at(-1)).toMatchObject({ template: 'one-time-code', to: of.email })
  })

  it('is good for five tries, however many come at the same moment', async () => {
    const { of, codeId, code, wrong } = await withCode()
    const checks = await many(20, () => check(of, codeId, wrong))
    const left = checks.map((each) => (each.accepted ? -1 : each.triesLeft)).sort((a, b) => b - a)
    expect(left).toEqual([4, 3, 2, 1, ...Array<number>(16).fill(0)])
    expect(await check(of, codeId, code)).toEqual({ accepted: false, isOld: false, triesLeft: 0 })
  })

  it.each(['', '12345', '1234567', 'the letter'])('that is typed in part (%j) costs no try', async (typed) => {
    const { of, codeId, code } = await withCode()
    const fields = { code: [typed ? 'codeIncomplete' : 'required'] }
    for (let turn = 0; turn < 9; turn += 1)
      expect(await tried(of, codeId, typed)).toEqual({ ok: false, reason: 'invalid', fields })
    await accepted(of, codeId, code)
  })

  it('forgives four wrong tries', async () => {
    const { of, codeId, code, wrong } = await withCode()
    await many(4, () => check(of, codeId, wrong))
    expect(await check(of, codeId, code)).toMatchObject({ accepted: true })
  })

  it('is used once, if it is typed twenty times at the same moment', async () => {
    const { of, codeId, code } = await withCode()
    const checks = await many(20, () => check(of, codeId, code))
    expect(checks.filter((each) => each.accepted)).toHaveLength(1)
    expect(await sql`select id from requester_session where request_id = ${of.requestId}`).toHaveLength(1)
  })

  it('is used once, also by way of two askings at the same moment', async () => {
    const of = await newCase()
    const [first, second] = [await ask(of), await ask(of)]
    const code = await lastOf(of)
    const checks = await many(10, (turn) => check(of, turn % 2 ? first : second, code))
    expect(checks.filter((each) => each.accepted)).toHaveLength(1)
  })

  it('is good for less than ten minutes', async () => {
    const [one, other] = [await withCode(), await withCode()]
    const soon = at(10 * MINUTE - 1)
    expect(await check(one.of, one.codeId, one.code, { now: at(10 * MINUTE) })).toMatchObject({ isOld: true })
    expect(await check(other.of, other.codeId, other.code, { now: soon })).toMatchObject({ accepted: true })
  })

  it('is worth nothing at another clinic', async () => {
    const { of, codeId, code } = await withCode()
    const elsewhere = { ...of, clinic: await clinicOf('imed') }
    expect(await check(elsewhere, codeId, code)).toMatchObject({ accepted: false })
  })

  it('may be any of the last three that are still good, of one’s own or of all', async () => {
    const of = await newCase()
    let codeId = ''
    for (let turn = 0; turn < 4; turn += 1) codeId = await ask(of, { now: at(turn * 1_000) })
    const [oldest = '', second = '', third = '', last = ''] = await codesOf(of)
    const now = at(MINUTE)
    expect(await check(of, codeId, oldest, { now })).toMatchObject({ accepted: false })
    expect(await check(of, codeId, third, { now })).toMatchObject({ accepted: true })
    // What was asked for on the phone works at the desk too, once.
    const atDesk = await ask(of, { from: 'desk', now })
    expect(await check(of, atDesk, second, { from: 'desk', now })).toMatchObject({ accepted: true })
    const again = await ask(of, { from: 'desk', now })
    expect(await check(of, again, second, { from: 'desk', now })).toMatchObject({ accepted: false })
    expect(await check(of, again, last, { from: 'desk', now })).toMatchObject({ accepted: false })
  })

  it('is read from a reference as people type it', async () => {
    const of = await newCase('eco-smolensk')
    const reference = ` ${of.reference.toLowerCase().replaceAll('-', ' – ')} `
    await ask(of, { reference, email: of.email.toUpperCase() })
    expect(await codesOf(of)).toHaveLength(1)
  })

  it('is not promised for what cannot be a number here', async () => {
    const of = await newCase('medsystems')
    expect(await asked(of, { reference: 'what is this' })).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { reference: ['badReference'] },
    })
    expect(await asked(of, { reference: 'IM-2026-000001' })).toEqual({ ok: false, reason: 'foreign-reference' })
  })
})

describe('who asks in vain', () => {
  it.each([
    ['with an unknown number', ({ reference }: Case): Ask => ({ reference: reference.replace(/\d{6}$/, '999999') })],
    ['with the address of somebody else', (): Ask => ({ email: 'somebody@else.example' })],
  ])('%s is told the same, before and after, and nothing is mailed', async (_what, mistyped) => {
    const of = await newCase('caop1')
    const steps = async (how: Ask) => {
      const codeId = await ask(of, how)
      const step = await findCodeStep(publicAt(of.clinic, at(MINUTE)), codeId)
      const wrong = await check(of, codeId, NO_CODE, { now: at(MINUTE) })
      return { step: { ...step, codeId: '' }, wrong }
    }
    const vain = await steps(mistyped(of))
    expect(await codesOf(of)).toEqual([])
    expect(await steps({})).toEqual(vain)
    expect(vain.step).toEqual({ codeId: '', expiresAt: at(10 * MINUTE), triesLeft: 5 })
    expect(await codesOf(of)).toHaveLength(1)
  })

  it('cannot learn it from the work that it takes: no request, no mail is looked at for them', async () => {
    const of = await newCase('caop1')
    const known = await ask(of)
    // The check of a foreign key opens its table, also for a row that points to no request.
    await sql`alter table one_time_code drop constraint one_time_code_request_id_request_id_fk`
    const { reserved, release } = await locked('request', 'request_key', 'request_clock', 'mail')
    // Whatever touched one of these tables would wait for as long as they are held.
    for (const email of [of.email, 'nobody@else.example']) {
      const result = await asked(of, { email, from: 'stranger' })
      if (!result.ok) throw new Error(result.reason)
      expect(await check(of, result.value.codeId, NO_CODE, { from: 'stranger' })).toMatchObject({ accepted: false })
    }
    expect(await check(of, known, NO_CODE)).toMatchObject({ accepted: false })
    expect(await reserved`select count(*)::int as n from one_time_code where asked is not null`).toEqual([{ n: 2 }])
    await release()
  })

  it('nor from the time: the two differ by less than what chance does', { timeout: 120_000, retry: 2 }, async () => {
    const of = await newCase('caop1')
    const unknown = of.reference.replace(/\d{6}$/, '999999')
    const pairs: number[] = []
    for (let turn = 0; turn < 320; turn += 1) {
      const took = { right: 0, vain: 0 }
      // Of random order, so that neither is always the first after the other.
      for (const kind of Math.random() < 0.5 ? (['right', 'vain'] as const) : (['vain', 'right'] as const)) {
        const begin = performance.now()
        const result = await asked(of, { from: `room ${turn}`, ...(kind === 'vain' && { reference: unknown }) })
        took[kind] = performance.now() - begin
        expect(result.ok).toBe(true)
      }
      if (turn >= 20) pairs.push(took.right - took.vain)
    }
    const { mean, standardError } = summary(pairs)
    process.stdout.write(`right - vain: ${mean.toFixed(3)} ms, standard error ${standardError.toFixed(3)} ms\n`)
    expect(Math.abs(mean)).toBeLessThan(4 * standardError)
  })
})

/** Of the middle four fifths: a pause of the machine is no difference between the two. */
function summary(values: readonly number[]) {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.slice(sorted.length * 0.1, sorted.length * 0.9)
  const mean = middle.reduce((sum, each) => sum + each, 0) / middle.length
  const variance = middle.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (middle.length - 1)
  return { mean, standardError: Math.sqrt(variance / middle.length) }
}

/** Nobody reads or writes these tables until they are released. */
async function locked(...tables: string[]) {
  const reserved = await sql.reserve()
  await reserved`begin`
  await reserved`lock table ${reserved(tables)} in access exclusive mode`
  const release = async () => {
    await reserved`rollback`
    reserved.release()
  }
  return { reserved, release }
}

describe('limits', () => {
  it('tell when there will be a code again, to the minute, whether or not there is such a request', async () => {
    const of = await newCase()
    for (const how of [{}, { email: 'nobody@else.example' }] as Ask[]) {
      for (let turn = 0; turn < 5; turn += 1) await ask(of, { ...how, now: at(turn * MINUTE) })
      expect(await asked(of, { ...how, now: at(58 * MINUTE) })).toEqual({
        ok: false,
        reason: 'too-many-codes',
        until: at(HOUR),
      })
      expect(await asked(of, { ...how, now: at(HOUR) })).toMatchObject({ ok: true })
    }
  })

  it('of strangers are not the patient’s: from a new place a code can always be asked for, and works', async () => {
    const of = await newCase()
    for (let stranger = 0; stranger < 5; stranger += 1) {
      for (let turn = 0; turn < 6; turn += 1) await asked(of, { from: `stranger ${stranger}` })
    }
    await makeCodes(sql, of.clinic, start)
    const codeId = await ask(of, { from: 'home', now: at(MINUTE) })
    const code = await lastOf(of)
    // Strangers go on, so that hers is not among the last of all.
    for (let stranger = 0; stranger < 5; stranger += 1) await ask(of, { from: `late ${stranger}`, now: at(2 * MINUTE) })
    expect(await check(of, codeId, code, { now: at(3 * MINUTE) })).toMatchObject({ accepted: true })
  })

  it('of letters to one mailbox hold while sixty places ask, and whoever reads it gets in all the while', async () => {
    const of = await newCase()
    const email = 'one-mailbox@patients.example'
    const flooded = { ...of, email, ...(await fileAt(of.clinic, start, { contact: { email } })) }
    for (let stranger = 0; stranger < 60; stranger += 1)
      await ask(flooded, { from: `stranger ${stranger}`, now: at(stranger * 50_000) })
    // Twenty, and one each time that the last became too old to be prolonged.
    expect((await codesOf(flooded)).length).toBeLessThanOrEqual(23)
    const now = at(51 * MINUTE)
    const codeId = await ask(flooded, { now })
    const step = await findCodeStep(publicAt(of.clinic, now), codeId)
    expect(step?.expiresAt).toEqual(at(61 * MINUTE))
    const soon = { now: at(61 * MINUTE - 1) }
    expect(await check(flooded, codeId, await lastOf(flooded), soon)).toMatchObject({ accepted: true })
  })

  it('make codes harder to guess, and fewer a place, while strangers ask for them', async () => {
    const of = await newCase()
    for (let stranger = 0; stranger < 12; stranger += 1) await ask(of, { from: `stranger ${stranger}` })
    const lengths = (await codesOf(of)).map(({ length }) => length)
    expect(lengths.sort((a, b) => a - b)).toEqual([...Array<number>(10).fill(6), 9, 9])
    for (let turn = 0; turn < 5; turn += 1) await asked(of, { from: 'one more' })
    await makeCodes(sql, of.clinic, start)
    expect(await codesOf(of)).toHaveLength(14)
  })

  it('begin anew for who has shown that the mailbox is theirs', async () => {
    const of = await newCase()
    for (let turn = 0; turn < 12; turn += 1) {
      const codeId = await ask(of, { now: at(turn * MINUTE) })
      const now = at(turn * MINUTE)
      expect(await check(of, codeId, await lastOf(of), { now })).toMatchObject({ accepted: true })
    }
  })

  it('end the guessing of one source, and tell it until when; others type on', async () => {
    const { of, codeId, code } = await withCode()
    const strangers = await many(12, (turn) => ask(of, { from: 'stranger', email: `nobody-${turn}@else.example` }))
    for (const theirs of strangers) await many(5, () => check(of, theirs, NO_CODE, { from: 'stranger' }))
    expect(await tried(of, strangers[0] ?? '', NO_CODE, { from: 'stranger', now: at(MINUTE) })).toEqual({
      ok: false,
      reason: 'too-many-wrong-codes',
      until: at(HOUR),
    })
    expect(await check(of, codeId, code)).toMatchObject({ accepted: true })
  })
})

describe('the step of entering it', () => {
  it('is there after a reload, with what is left of it', async () => {
    const { of, codeId, wrong } = await withCode()
    await check(of, codeId, wrong)
    const step = (clinic: Operator, id: string, now: Date) => findCodeStep(publicAt(clinic, now), id)
    expect(await step(of.clinic, codeId, at(MINUTE))).toEqual({
      codeId,
      expiresAt: at(10 * MINUTE),
      triesLeft: 4,
    })
    expect(await step(of.clinic, codeId, at(10 * MINUTE))).toBeUndefined()
    expect(await step(await clinicOf('imed'), codeId, at(MINUTE))).toBeUndefined()
    expect(await step(of.clinic, 'no id', at(MINUTE))).toBeUndefined()
  })
})

describe('rows that anybody can cause', () => {
  it('are swept: codes an hour after the last was good', async () => {
    const of = await newCase('medsystems')
    await ask(of)
    await ask(of, { email: 'nobody@else.example' })
    const system = (now: Date) => systemAt(of.clinic, now)
    expect(await execute(purgeCodes, system(at(69 * MINUTE)), {})).toEqual({ ok: false, reason: 'nothing-expired' })
    expect(await execute(purgeCodes, system(at(71 * MINUTE)), {})).toMatchObject({ ok: true })
    expect(await sql`select id from one_time_code where operator_id = ${of.clinic.id}`).toEqual([])
  })

  it('are found again where the job to make a code was lost', async () => {
    const of = await newCase('medsystems')
    const result = await asked(of)
    await sql`delete from pgboss.job where name = 'make-code'`
    const ctx = systemAt(of.clinic, at(MINUTE))
    await wakeWaitingCodes(ctx)
    const jobs = await sql`select data from pgboss.job where name = 'make-code'`
    expect(jobs.map(({ data }) => (data as { codeId: string }).codeId)).toEqual([result.ok && result.value.codeId])
  })
})

describe('the session of a requester', () => {
  it('lasts two hours, at its own clinic', async () => {
    const { of, codeId, code } = await withCode()
    const { token, expiresAt } = await accepted(of, codeId, code)
    expect(expiresAt).toEqual(at(120 * MINUTE))
    expect(await findRequester(of.clinic.id, token, at(120 * MINUTE - 1))).toBeDefined()
    expect(await findRequester(of.clinic.id, token, expiresAt)).toBeUndefined()
    expect(await findRequester((await clinicOf('imed')).id, token, start)).toBeUndefined()
    expect(await findRequester(of.clinic.id, `${token}x`, start)).toBeUndefined()
  })

  it('is out at once when it is ended', async () => {
    const { of, codeId, code } = await withCode()
    const { token } = await accepted(of, codeId, code)
    const actor = await findRequester(of.clinic.id, token, start)
    if (!actor) throw new Error('No session')
    await execute(endRequesterSession, contextFor(actor, of.clinic.timeZone, start), {})
    expect(await findRequester(of.clinic.id, token, start)).toBeUndefined()
  })
})
