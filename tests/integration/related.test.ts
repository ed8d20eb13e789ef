import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { getRequestCase } from '@/lib/requests/queries'
import { repeatedAfter } from '@/lib/requests/rules'
import type { FileRequestForm } from '@/lib/requests/schemas'
import { takeRequest } from '@/lib/requests/take-request'
import { clinicOf, fileAt, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const day = (date: string) => new Date(`${date}T09:00:00Z`)
const anna = { lastName: 'Селезнёва', firstName: 'Анна' }
const by = (email: string, subject = anna, phone = ''): Partial<FileRequestForm> => ({
  subject,
  contact: { email, phone },
})

async function caseOf(slug: string, requestId: string, at: Date) {
  const officer = staffAt(await domain.hire(await clinicOf(slug)), at)
  return { officer, ...(await getRequestCase(officer, requestId)) }
}

describe('other requests that may be of the same person', () => {
  it('are those of one mailbox, one telephone, or one name however it was written', async () => {
    const clinic = await clinicOf('imed')
    const file = (given: Partial<FileRequestForm>) => fileAt(clinic, day('2026-12-01'), given)
    const mine = await file(by('anna@patients.example', anna, '+7 912 000-11-22'))
    const sameMailbox = await file(by('anna@patients.example', { lastName: 'Иванов', firstName: 'Пётр' }))
    const sameName = await file(by('other@patients.example', { lastName: 'СЕЛЕЗНЕВА', firstName: 'анна' }))
    const samePhone = await file(
      by('third@patients.example', { lastName: 'Сидоров', firstName: 'Ян' }, '8 (912) 000-11-22'),
    )
    const child = await file({
      ...by('parent@patients.example', { lastName: 'Селезнёв', firstName: 'Лев' }),
      requesterType: 'representative',
      representative: { ...anna, document: 'Свидетельство о рождении' },
    })
    await file(by('stranger@patients.example', { lastName: 'Селезнёва', firstName: 'Ольга' }))
    const elsewhere = await clinicOf('medsystems')
    await fileAt(elsewhere, day('2026-12-01'), by('anna@patients.example'))

    const { related } = await caseOf('imed', mine.requestId, day('2026-12-02'))
    expect(new Set(related.map(({ id, sameMailbox: same }) => `${id} ${same}`))).toEqual(
      new Set([
        `${sameMailbox.requestId} true`,
        ...[sameName, samePhone, child].map(({ requestId }) => `${requestId} false`),
      ]),
    )
  })

  it('tell a request for the same data that comes soon after they were given', async () => {
    const clinic = await clinicOf('imvizhn')
    const mailbox = by('twice@patients.example')
    const first = await fileAt(clinic, day('2026-12-01'), mailbox)
    const soon = await fileAt(clinic, day('2026-12-20'), { ...mailbox, details: 'Ещё раз, пожалуйста' })
    const repeated = async ({ requestId }: { requestId: string }, at: Date) => {
      const { request, related } = await caseOf('imvizhn', requestId, at)
      return repeatedAfter(request, related)?.reference
    }
    expect(await repeated(soon, day('2026-12-20'))).toBeUndefined()
    const officer = staffAt(await domain.hire(clinic), day('2026-12-10'))
    await execute(takeRequest, officer, { requestId: first.requestId })
    const letter = { requestId: first.requestId, outcome: 'fulfilled', letter: 'Вот ваши данные.' }
    const saved = await execute(saveAnswer, officer, letter)
    if (!saved.ok) throw new Error(JSON.stringify(saved))
    await execute(releaseAnswer, officer, { requestId: first.requestId, ...saved.value })
    expect(await repeated(soon, day('2026-12-20'))).toBe(first.reference)
    expect(await repeated(first, day('2026-12-20'))).toBeUndefined()
    const late = await fileAt(clinic, day('2027-02-01'), { ...mailbox, details: 'В третий раз' })
    expect(await repeated(late, day('2027-02-01'))).toBeUndefined()
    const other = await fileAt(clinic, day('2026-12-21'), { ...mailbox, kind: 'blocking', details: 'Чужие анализы' })
    expect(await repeated(other, day('2026-12-21'))).toBeUndefined()
  })
})
