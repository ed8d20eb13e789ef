import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { draftAnswer } from '@/lib/correspondence/draft-answer'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { assignRequest } from '@/lib/requests/assign-request'
import { getOwnCase, getRequestCase } from '@/lib/requests/queries'
import { takeRequest } from '@/lib/requests/take-request'
import { clinicOf, fileAt, type Officer, requesterAt, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const minutes = (n: number) => new Date(NOW.getTime() + n * 60_000)

/** A request in the hands of an officer; the lead may write too. */
async function aCase() {
  const clinic = await clinicOf('imvizhn')
  const [officer, lead] = await Promise.all([domain.hire(clinic), domain.hire(clinic, 'lead')])
  const { requestId } = await fileAt(clinic, NOW)
  await execute(takeRequest, staffAt(officer, NOW), { requestId })
  const save = (who: Officer, letter: string, basedOn: number) =>
    execute(saveAnswer, staffAt(who, NOW), { requestId, outcome: 'fulfilled', letter, basedOn })
  const type = (who: Officer, typed: object, now = NOW) =>
    execute(draftAnswer, staffAt(who, now), { requestId, ...typed })
  const release = (who: Officer, version: number) => execute(releaseAnswer, staffAt(who, NOW), { requestId, version })
  const stored = async () => (await getRequestCase(staffAt(lead, NOW), requestId)).answer
  const events = async (action: string) =>
    (await domain.sql`select seq from audit_event where request_id = ${requestId} and action = ${action}`).length
  return { clinic, officer, lead, requestId, save, type, release, stored, events }
}

const newer = { ok: false, reason: 'newer-version' }

describe('the draft of an answer', () => {
  it('is not saved over a newer one', async () => {
    const { officer, lead, save, stored } = await aCase()
    expect(await save(officer, 'Первое письмо', 0)).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await save(lead, 'Письмо руководителя', 1)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await save(officer, 'Второе письмо', 1)).toEqual(newer)
    expect(await stored()).toMatchObject({ version: 2, letter: 'Письмо руководителя' })
    expect(await save(officer, 'Второе письмо', 2)).toMatchObject({ ok: true, value: { version: 3 } })
  })

  it('is one of two that are saved at the same moment', async () => {
    const { officer, lead, save, stored } = await aCase()
    const outcomes = await Promise.all([save(officer, 'Одно', 0), save(lead, 'Другое', 0)])
    expect(outcomes.map((outcome) => (outcome.ok ? 'saved' : outcome.reason)).sort()).toEqual([
      'newer-version',
      'saved',
    ])
    expect(await stored()).toMatchObject({ version: 1, letter: outcomes[0].ok ? 'Одно' : 'Другое' })
  })

  it('keeps its version while nothing in it changes', async () => {
    const { officer, save } = await aCase()
    await save(officer, 'Письмо', 0)
    expect(await save(officer, 'Письмо', 1)).toMatchObject({ ok: true, value: { version: 1 } })
  })

  it('is kept as it is typed, without a decision or a letter, and is no answer yet', async () => {
    const { clinic, officer, requestId, type, release, stored } = await aCase()
    expect(await type(officer, { letter: 'Здравств' })).toMatchObject({ ok: true, value: { version: 1 } })
    expect(await stored()).toMatchObject({ outcome: null, letter: 'Здравств' })
    expect(await type(officer, { basedOn: 1, outcome: 'refused', letter: 'Здравствуйте' })).toMatchObject({ ok: true })
    expect(await release(officer, 2)).toEqual({ ok: false, reason: 'no-answer' })
    expect((await getOwnCase(requesterAt(clinic, requestId, NOW))).answer).toBeUndefined()
  })

  it('lets the same form save on, though it has not heard of its last save', async () => {
    const { officer, lead, type, save, stored } = await aCase()
    const editor = '7f3b1c52-9a0e-4b7e-8f7d-3a5a3b6c1d20'
    await type(officer, { editor, basedOn: 0, letter: 'А' })
    expect(await type(officer, { editor, basedOn: 0, letter: 'Аб' })).toMatchObject({ ok: true, value: { version: 2 } })
    await save(lead, 'Письмо руководителя', 2)
    expect(await type(officer, { editor, basedOn: 2, letter: 'Абв' })).toEqual(newer)
    expect(await stored()).toMatchObject({ letter: 'Письмо руководителя' })
  })

  it('is told of in the log once a sitting', async () => {
    const { officer, lead, requestId, type, events } = await aCase()
    for (const [n, letter] of ['А', 'Аб', 'Абв'].entries()) {
      await type(officer, { basedOn: n, letter }, minutes(n * 10))
    }
    expect(await events('answer.drafted')).toBe(1)
    await type(officer, { basedOn: 3, letter: 'Абвг' }, minutes(60))
    expect(await events('answer.drafted')).toBe(2)
    await type(lead, { basedOn: 4, letter: 'Абвгд' }, minutes(61))
    expect(await events('answer.drafted')).toBe(3)
    const [row] = await domain.sql`select letter from answer where request_id = ${requestId}`
    expect(row?.['letter'].includes(Buffer.from('Абвгд'))).toBe(false)
  })

  it('is refused to whoever has handed the case over', async () => {
    const { officer, lead, requestId, type } = await aCase()
    await execute(assignRequest, staffAt(lead, NOW), { requestId, assigneeId: lead.actor.staffId })
    expect(await type(officer, { letter: 'Здравствуйте' })).toEqual({ ok: false, reason: 'assigned-to-another' })
  })
})

describe('the release', () => {
  it('gives exactly the version that was shown, or nothing', async () => {
    const { clinic, officer, lead, requestId, save, release, stored } = await aCase()
    await save(officer, 'Как было показано', 0)
    await save(lead, 'Как стало', 1)
    expect(await release(officer, 1)).toEqual(newer)
    expect(await stored()).toMatchObject({ releasedAt: null })
    expect(await release(officer, 2)).toMatchObject({ ok: true })
    expect((await getOwnCase(requesterAt(clinic, requestId, NOW))).answer).toMatchObject({ letter: 'Как стало' })
    expect(await save(lead, 'После отправки', 2)).toEqual({ ok: false, reason: 'closed' })
  })

  it('at the same moment as a save has either the old text or refuses', async () => {
    const { clinic, officer, lead, requestId, save, release } = await aCase()
    await save(officer, 'Показанное', 0)
    const [released, saved] = await Promise.all([release(officer, 1), save(lead, 'Новое', 1)])
    expect(saved.ok).toBe(!released.ok)
    const { answer } = await getOwnCase(requesterAt(clinic, requestId, NOW))
    expect(answer?.letter).toBe(released.ok ? 'Показанное' : undefined)
  })
})
