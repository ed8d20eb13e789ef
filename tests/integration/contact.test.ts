import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { NotFoundError } from '@/lib/core/errors'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { changeContact } from '@/lib/requests/change-contact'
import { confirmEmail } from '@/lib/requests/confirm-email'
import { getRequestCase } from '@/lib/requests/queries'
import { searchRequests } from '@/lib/requests/search'
import { takeRequest } from '@/lib/requests/take-request'
import { findRequester } from '@/lib/sessions/queries'
import { requestCode } from '@/lib/sessions/request-code'
import { verifyCode } from '@/lib/sessions/verify-code'
import { clinicOf, fileAt, mailsOf, makeCodes, publicAt, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const WRONG = 'sokolova@mial.example'
const RIGHT = 'sokolova@mail.example'

async function filed(email = WRONG) {
  const clinic = await clinicOf('imvizhn')
  const officer = await domain.hire(clinic)
  const request = await fileAt(clinic, NOW, { contact: { email }, channel: 'portal' })
  const ctx = staffAt(officer, NOW)
  await execute(takeRequest, ctx, { requestId: request.requestId })
  const change = (given: object) =>
    execute(changeContact, ctx, { requestId: request.requestId, email: RIGHT, source: 'mistyped', ...given })
  return { clinic, officer, ctx, change, ...request }
}
type Filed = Awaited<ReturnType<typeof filed>>

/** The letters to an address that wait for their turn or have left. */
async function lettersTo({ clinic, requestId }: Filed, email: string) {
  const rows = await domain.sql`select state from mail where request_id = ${requestId} order by created_at`
  const mails = await mailsOf(clinic, requestId)
  return mails.flatMap(({ to, template }, at) => (to === email ? [`${template} ${rows[at]?.['state']}`] : []))
}

const confirmationIn = async ({ clinic, requestId }: Filed, email: string) => {
  const mails = await mailsOf(clinic, requestId)
  const mail = mails.findLast(({ to, template }) => to === email && template === 'request-received')
  return (
    String((mail?.props as { confirmUrl: string } | undefined)?.confirmUrl)
      .split('/')
      .at(-1) ?? ''
  )
}

/** A session of whoever reads a mailbox, by a code that went there. */
async function signedIn(of: Filed, email: string): Promise<string | undefined> {
  const { clinic, reference, requestId } = of
  const asked = await execute(requestCode, publicAt(clinic, NOW, email), { reference, email, locale: 'ru' })
  if (!asked.ok) throw new Error(asked.reason)
  await makeCodes(domain.sql, clinic, NOW)
  const mail = (await mailsOf(clinic, requestId)).findLast(
    ({ template, to }) => template === 'one-time-code' && to === email,
  )
  const { code } = (mail?.props ?? { code: '000000' }) as { code: string }
  const checked = await execute(verifyCode, publicAt(clinic, NOW, email), { codeId: asked.value.codeId, code })
  return checked.ok && checked.value.accepted ? checked.value.token : undefined
}

describe('another address', () => {
  it('gets what the former one would have, which is told nothing and opens nothing more', async () => {
    const request = await filed()
    const { clinic, change, ctx, requestId } = request
    const token = (await signedIn(request, WRONG)) ?? ''
    expect(await findRequester(clinic.id, token, NOW)).toBeDefined()
    const old = await confirmationIn(request, WRONG)
    expect(await change({})).toMatchObject({ ok: true })
    expect(await change({})).toEqual({ ok: false, reason: 'same-address' })

    expect(await findRequester(clinic.id, token, NOW)).toBeUndefined()
    expect(await signedIn(request, WRONG)).toBeUndefined()
    expect((await lettersTo(request, WRONG)).filter((letter) => !letter.endsWith('cancelled'))).toEqual([])
    await expect(execute(confirmEmail, publicAt(clinic, NOW), { token: old })).rejects.toThrow(NotFoundError)

    expect(await lettersTo(request, RIGHT)).toEqual(['request-received queued'])
    const confirmed = await execute(confirmEmail, publicAt(clinic, NOW), {
      token: await confirmationIn(request, RIGHT),
    })
    expect(confirmed).toMatchObject({ ok: true })
    const now = (await signedIn(request, RIGHT)) ?? ''
    expect(await findRequester(clinic.id, now, NOW)).toMatchObject({ requestId })
    expect((await getRequestCase(ctx, requestId)).personal.contact.email).toBe(RIGHT)
    const found = async (text: string) => (await searchRequests(ctx, text)).some(({ id }) => id === requestId)
    expect([await found(WRONG), await found(RIGHT)]).toEqual([false, true])
    const [event] = await domain.sql`select data from audit_event
      where request_id = ${requestId} and action = 'request.contact-changed'`
    expect(JSON.stringify(event)).not.toContain('sokolova')
  })

  it('is added to a request that came without, and gets the answer that was given', async () => {
    const request = await filed()
    const { change, ctx, requestId } = request
    const answer = { requestId, outcome: 'fulfilled', letter: 'Вот что мы храним о вас.' }
    const saved = await execute(saveAnswer, ctx, answer)
    if (!saved.ok) throw new Error(JSON.stringify(saved))
    expect(await execute(releaseAnswer, ctx, { requestId, ...saved.value })).toMatchObject({ ok: true })
    expect(await change({ source: 'by-phone' })).toMatchObject({ ok: true })
    expect(await lettersTo(request, RIGHT)).toEqual(['answer-ready queued'])
  })

  it('is written by whoever has the case, with a recent proof, and says how it is known', async () => {
    const { change, ctx, clinic, requestId } = await filed()
    expect(await change({ email: 'nobody' })).toMatchObject({ fields: { email: ['badEmail'] } })
    expect(await change({ source: 'a guess' })).toMatchObject({ fields: { source: ['required'] } })
    const input = { requestId, email: RIGHT, source: 'by-post' }
    const unproven = { ...ctx, actor: { ...ctx.actor, provenAt: null } }
    expect(await execute(changeContact, unproven, input)).toEqual({ ok: false, reason: 'proof-needed' })
    for (const role of ['officer', 'auditor', 'admin'] as const) {
      const other = staffAt(await domain.hire(clinic, role), NOW)
      expect((await execute(changeContact, other, input)).ok, role).toBe(false)
    }
    const elsewhere = staffAt(await domain.hire(await clinicOf('imed'), 'lead'), NOW)
    await expect(execute(changeContact, elsewhere, input)).rejects.toThrow(NotFoundError)
    const lead = staffAt(await domain.hire(clinic, 'lead'), NOW)
    expect(await execute(changeContact, lead, input)).toMatchObject({ ok: true })
  })
})
