import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '@/lib/audit/verify'
import { execute } from '@/lib/core/command'
import { asActor } from '@/lib/core/database'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { getFileFor } from '@/lib/documents/queries'
import { takeUpload } from '@/lib/documents/take-upload'
import { sampleScan } from '@/lib/demo/sample-scan'
import { getEnv } from '@/lib/env'
import { getMail } from '@/lib/mail/queries'
import type { Operator } from '@/lib/operators/queries'
import { confirmEmail } from '@/lib/requests/confirm-email'
import { signReceipt } from '@/lib/requests/case-links'
import { findReference } from '@/lib/requests/find-reference'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { getReceipt } from '@/lib/requests/queries'
import { listRegister } from '@/lib/requests/register'
import { searchRequests } from '@/lib/requests/search'
import { takeRequest } from '@/lib/requests/take-request'
import { eraseRequest } from '@/lib/retention/erase-request'
import { getCaseOrErasure } from '@/lib/retention/queries'
import { findRequester } from '@/lib/sessions/queries'
import { requestCode } from '@/lib/sessions/request-code'
import { verifyCode } from '@/lib/sessions/verify-code'
import { signToken } from '@/lib/vault/signed-token'
import { sweep } from '@/lib/worker/sweep'
import { listColumns } from '../support/any-row'
import { requesterSession } from '../support/cookies'
import {
  clinicOf,
  fileAt,
  mailOf,
  makeCodes,
  type Officer,
  publicAt,
  requesterAt,
  staffAt,
  useDomain,
} from '../support/domain'

const { sql, hire } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const LATER = new Date('2026-12-02T09:00:00Z')
const email = 'vorobyova@patients.example'

let clinic: Operator
let lead: Officer
let requestId: string
let reference: string
let fileId: string
let token: string
let codeId: string
let code: string

const filesOnDisk = (id: string) => existsSync(join(getEnv().DATA_DIR, 'files', id.slice(0, 2), id))
const erase = (officer: Officer, changes: object = {}) =>
  execute(eraseRequest, staffAt(officer, LATER), { requestId, ground: 'asked-for', sure: true, ...changes })
const registerLine = async () => (await listRegister(staffAt(lead, LATER), { year: 2026 })).rows

/** One that has everything a request can have. */
beforeAll(async () => {
  clinic = await clinicOf('caop1')
  lead = await hire(clinic, 'lead')
  const visitor = publicAt(clinic, NOW)
  const upload = await takeUpload(visitor, { name: 'доверенность.pdf', bytes: sampleScan('Scan') })
  const filed = await fileAt(clinic, NOW, {
    kind: 'deletion',
    ground: 'stop-processing',
    subject: { lastName: 'Воробьёва', firstName: 'Алла' },
    contact: { email, phone: '+7 921 000-00-07' },
    uploads: upload.ok ? [upload.value.token] : [],
  })
  ;({ requestId, reference } = filed)
  const staff = staffAt(lead, NOW)
  const requester = requesterAt(clinic, requestId, NOW)
  const asked = await execute(requestCode, visitor, { reference, email, locale: 'ru' })
  if (!asked.ok) throw new Error('No code')
  codeId = asked.value.codeId
  await makeCodes(sql, clinic, NOW)
  code = ((await mailOf(clinic, requestId, 'one-time-code')) as { code: string }).code
  const session = await requesterSession(sql, { slug: 'caop1', operatorId: clinic.id, requestId, reference })
  token = session.cookie.split('~')[2] ?? ''
  const [file] = await sql<{ id: string }[]>`select id from attachment where request_id = ${requestId}`
  fileId = file?.id ?? ''
  for (const step of [
    execute(takeRequest, staff, { requestId }),
    execute(askQuestion, staff, { submissionId: randomUUID(), requestId, text: 'Когда вы у нас были?' }),
  ])
    expect(await step).toMatchObject({ ok: true })
  await execute(sendMessage, requester, { submissionId: randomUUID(), requestId, text: 'В мае.' })
  await execute(saveAnswer, staff, {
    requestId,
    outcome: 'partly',
    refusalGround: 'legal-retention',
    letter: 'Удалили не всё.',
  })
})

it('is refused while there is something to do, to an officer, and where nobody said that it is meant', async () => {
  expect(await erase(lead)).toMatchObject({ ok: false, reason: 'still-open' })
  expect(await erase(await hire(clinic, 'officer'))).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await erase(await hire(clinic, 'auditor'))).toMatchObject({ ok: false, reason: 'not-allowed' })
  expect(await erase(lead, { sure: false })).toMatchObject({
    ok: false,
    reason: 'invalid',
    fields: { sure: ['required'] },
  })
  expect(await erase(lead, { ground: undefined })).toMatchObject({ ok: false, fields: { ground: ['required'] } })
})

describe('once it is erased', () => {
  let before: unknown
  const visitor = () => publicAt(clinic, LATER)

  beforeAll(async () => {
    const staff = staffAt(lead, NOW)
    const [row] = await sql<{ version: number }[]>`select version from answer where request_id = ${requestId}`
    expect(await execute(releaseAnswer, staff, { requestId, version: row?.version })).toMatchObject({ ok: true })
    const open = await sql<{ id: string }[]>`
      select id from request_clock where request_id = ${requestId} and stopped_at is null`
    for (const { id } of open) {
      const done = { requestId, clockId: id, doneOn: '2026-12-01', ending: 'done', note: 'Стёрли запись Воробьёвой' }
      expect(await execute(fulfilDuty, staff, done)).toMatchObject({ ok: true })
    }
    before = await registerLine()
    expect(before).toMatchObject([{ outcome: 'partly', refusalGround: 'legal-retention' }])
    expect(await searchRequests(staff, 'Воробьёва')).toHaveLength(1)
    expect(filesOnDisk(fileId)).toBe(true)
    expect(await erase(lead)).toMatchObject({ ok: true })
  })

  it('no table holds anything sealed or hashed of it, nor a way in', async () => {
    for (const { name, columns } of await listColumns(sql)) {
      if (name === 'audit_event') continue
      const key = columns.some((column) => column.name === 'request_id') ? 'request_id' : name === 'request' ? 'id' : ''
      if (!key) continue
      const rows = await sql`select * from ${sql(name)} where ${sql(key)} = ${requestId}`
      const left = rows.flatMap((row) =>
        Object.entries(row)
          .filter(([, value]) => Buffer.isBuffer(value) && value.length > 0)
          .map(([column]) => `${name}.${column}`),
      )
      expect(left).toEqual([])
      if (['requester_session', 'one_time_code', 'message', 'answer', 'attachment', 'request_key'].includes(name))
        expect(rows, name).toHaveLength(0)
    }
  })

  it('the number and the line of the register stay as they were', async () => {
    expect(await registerLine()).toEqual(before)
  })

  it('nobody finds it, by any thing that was in it', async () => {
    for (const text of ['Воробьёва', 'Алла Воробьёва', email, '+7 921 000-00-07', reference])
      expect(await searchRequests(staffAt(lead, LATER), text), text).toEqual([])
  })

  it('the links of its mails and of its receipt lead nowhere, as if it had never been', async () => {
    await expect(getReceipt(visitor(), signReceipt(publicAt(clinic, NOW), requestId))).rejects.toThrow('not found')
    expect(await findReference(visitor(), requestId)).toBeUndefined()
    const confirm = signToken('confirm-email', `${clinic.id}_${requestId}`, new Date('2027-01-01T00:00:00Z'))
    await expect(execute(confirmEmail, visitor(), { token: confirm })).rejects.toThrow('not found')
    for (const ctx of [staffAt(lead, LATER), requesterAt(clinic, requestId, LATER)])
      await expect(getFileFor(ctx, fileId)).rejects.toThrow('not found')
    expect(await findRequester(clinic.id, token, NOW)).toBeUndefined()
  })

  it('a code for it is asked, and tried, as for a number that was never given', async () => {
    const shapeOf = async (number: string) => {
      const mails = async () => (await sql`select id from mail`).length
      const had = await mails()
      const answer = await execute(requestCode, visitor(), { reference: number, email, locale: 'ru' })
      const [stored] = await sql`
        select request_id, tries, used_at from one_time_code where id = ${answer.ok ? answer.value.codeId : ''}`
      const [told] = await sql`select action, request_id, data from audit_event where operator_id = ${clinic.id}
        order by seq desc limit 1`
      return { ok: answer.ok, stored: { ...stored }, told: { ...told }, mails: (await mails()) - had }
    }
    const never = reference.replace(/\d{6}$/, '900001')
    const ofErased = await shapeOf(reference)
    expect(ofErased).toEqual(await shapeOf(never))
    expect(ofErased).toMatchObject({ ok: true, stored: { request_id: null }, mails: 0 })
    expect(await execute(verifyCode, publicAt(clinic, NOW), { codeId, code })).toMatchObject({
      ok: true,
      value: { accepted: false },
    })
  })

  it('an officer reads when, why and by whom', async () => {
    expect(await getCaseOrErasure(staffAt(lead, LATER), requestId)).toEqual({
      head: expect.objectContaining({ reference, state: 'answered', outcome: 'partly', closedOn: '2026-12-01' }),
      erasure: expect.objectContaining({ ground: 'asked-for', erasedAt: LATER, by: lead.actor.name }),
    })
    const stranger = await hire(await clinicOf('imed'), 'lead')
    await expect(getCaseOrErasure(staffAt(stranger, LATER), requestId)).rejects.toThrow('not found')
    const [mail] = await sql<{ id: string }[]>`select id from mail where request_id = ${requestId}
      and template = 'request-received'`
    expect((await getMail(staffAt(lead, LATER), mail?.id ?? '')).contents).toEqual({ shown: false, why: 'erased' })
  })

  it('nothing can be done to it any more', async () => {
    await expect(erase(lead)).rejects.toThrow('not found')
    await expect(execute(takeRequest, staffAt(lead, LATER), { requestId })).rejects.toThrow('not found')
  })

  it('its file goes with the next sweep, and what waits to be sent of it is not sent', async () => {
    await sweep(LATER)
    expect(filesOnDisk(fileId)).toBe(false)
    expect(await sql`select id from upload where id = ${fileId}`).toHaveLength(0)
  })

  it('the audit log says who did it, and its chain holds', async () => {
    const [row] = await sql`select actor_id, data from audit_event where action = 'request.erased'`
    expect(row).toMatchObject({ actor_id: lead.actor.staffId, data: { ground: 'asked-for' } })
    expect(await asActor(lead.actor, (tx) => verifyChain(tx, clinic.id))).not.toHaveProperty('fault')
  })

  it('the row that says so cannot be taken away by the portal', async () => {
    const [can] = await sql`select has_table_privilege('portal_app', 'erasure', 'delete') as remove,
      has_column_privilege('portal_app', 'erasure', 'erased_at', 'update') as change`
    expect(can).toEqual({ remove: false, change: false })
  })
})

it('a key that was taken away by hand leaves no error either', async () => {
  const other = await fileAt(clinic, NOW, { contact: { email: 'grachyova@patients.example' } })
  await sql`delete from request_key where request_id = ${other.requestId}`
  const asked = { reference: other.reference, email: 'grachyova@patients.example', locale: 'ru' }
  expect(await execute(requestCode, publicAt(clinic, LATER), asked)).toMatchObject({ ok: true })
  expect(await searchRequests(staffAt(lead, LATER), 'grachyova@patients.example')).toEqual([])
  expect(await getCaseOrErasure(staffAt(lead, LATER), other.requestId)).toMatchObject({ erasure: undefined })
})
