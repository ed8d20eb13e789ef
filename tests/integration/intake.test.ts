import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { sendMessage } from '@/lib/correspondence/send-message'
import { changeIntake, getIntake } from '@/lib/operators/change-intake'
import { fileRequest } from '@/lib/requests/file-request'
import { clinicOf, fileAt, requestForm, publicAt, requesterAt, staffAt, useDomain } from '../support/domain'

const domain = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

describe('a clinic that takes no requests on its pages', () => {
  it('refuses them there, registers them by hand, and goes on with what was filed', async () => {
    const clinic = await clinicOf('medsystems')
    const lead = staffAt(await domain.hire(clinic, 'lead'), NOW)
    const { requestId } = await fileAt(clinic, NOW)
    for (const intake of ['paused', 'hidden'] as const) {
      expect(await execute(changeIntake, lead, { intake })).toMatchObject({ ok: true })
      expect(await execute(fileRequest, publicAt(clinic, NOW), requestForm())).toEqual({
        ok: false,
        reason: 'intake-paused',
      })
      const byHand = { ...requestForm(), channel: 'post' as const }
      expect(await execute(fileRequest, lead, byHand)).toMatchObject({ ok: true })
      const words = { submissionId: crypto.randomUUID(), requestId, text: 'Что нового?' }
      expect(await execute(sendMessage, requesterAt(clinic, requestId, NOW), words)).toMatchObject({ ok: true })
    }
    expect(await execute(changeIntake, lead, { intake: 'open' })).toMatchObject({ ok: true })
    expect(await execute(fileRequest, publicAt(clinic, NOW), requestForm())).toMatchObject({ ok: true })
    const log = await domain.sql`
      select data->>'before' as before, data->>'after' as after from audit_event
      where operator_id = ${clinic.id} and action = 'clinic.intake-changed' order by seq`
    expect(log.map(({ before, after }) => `${before} ${after}`)).toEqual([
      'open paused',
      'paused hidden',
      'hidden open',
    ])
  })

  it('is so by its lead or the server alone, who proved who they are', async () => {
    const clinic = await clinicOf('caop1')
    for (const role of ['officer', 'auditor'] as const) {
      const ctx = staffAt(await domain.hire(clinic, role), NOW)
      expect(await execute(changeIntake, ctx, { intake: 'paused' })).toEqual({ ok: false, reason: 'not-allowed' })
      await expect(getIntake(ctx)).rejects.toThrow('intake')
    }
    const lead = await domain.hire(clinic, 'lead')
    const old = { ...staffAt(lead, NOW), actor: { ...lead.actor, provenAt: null } }
    expect(await execute(changeIntake, old, { intake: 'paused' })).toEqual({ ok: false, reason: 'proof-needed' })
    const ctx = staffAt(lead, NOW)
    expect(await execute(changeIntake, ctx, { intake: 'shut' })).toMatchObject({ fields: { intake: ['badChoice'] } })
    expect(await execute(changeIntake, ctx, { intake: 'open' })).toEqual({ ok: false, reason: 'same-intake' })
    expect(await getIntake(ctx)).toBe('open')
    const elsewhere = staffAt(await domain.hire(await clinicOf('imed'), 'lead'), NOW)
    await execute(changeIntake, elsewhere, { intake: 'paused' })
    expect(await getIntake(ctx)).toBe('open')
    await execute(changeIntake, elsewhere, { intake: 'open' })
  })
})
