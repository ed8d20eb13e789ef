import { describe, expect, it } from 'vitest'
import { defaultMilestones } from '@/lib/calendar/milestones'
import { execute } from '@/lib/core/command'
import { changeReminderPreference } from '@/lib/reminders/change-preference'
import { changeReminderSettings } from '@/lib/reminders/change-settings'
import { getClinicSettings } from '@/lib/reminders/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { defaultReminderSettings } from '@/lib/reminders/settings'
import { clinicOf, fileAt, staffAt, useDomain } from '../support/domain'

const { sql, hire } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')

const settings = {
  daysBefore: '7, 2;0',
  overdueDaily: true,
  leadDaysBefore: '2',
  unreadAfterDays: '5',
  escalationEmail: ' head@clinics.example ',
  escalationLocale: 'en',
  escalationAfterDays: '3',
}

describe('the settings of a clinic', () => {
  it('are the defaults until somebody changes them', async () => {
    const clinic = await clinicOf('medsystems')
    const { reminders, preference, terms } = await getClinicSettings(staffAt(await hire(clinic), NOW))
    expect(reminders).toEqual(defaultReminderSettings)
    expect(reminders.daysBefore).toEqual(defaultMilestones.daysBefore)
    expect(preference).toEqual({ digest: false, digestHour: 9, daysBefore: null })
    expect(terms).toContainEqual(
      expect.objectContaining({ kind: 'access', clock: 'answer', amount: 10, unit: 'working-days', version: 1 }),
    )
    expect(new Set(terms.map(({ operatorId }) => operatorId))).toEqual(new Set([clinic.id]))
  })

  it.each(['lead', 'admin'] as const)('are changed by the %s, for their clinic alone', async (role) => {
    const [clinic, other] = [await clinicOf('imed'), await clinicOf('caop1')]
    const ctx = staffAt(await hire(clinic, role), NOW)
    expect(await execute(changeReminderSettings, ctx, settings)).toEqual({ ok: true, value: undefined })
    expect((await getClinicSettings(ctx)).reminders).toEqual({
      daysBefore: [7, 2, 0],
      overdueDaily: true,
      leadDaysBefore: 2,
      unreadAfterDays: [5],
      escalation: { email: 'head@clinics.example', locale: 'en', afterDays: 3 },
    })
    const elsewhere = await getClinicSettings(staffAt(await hire(other), NOW))
    expect(elsewhere.reminders).toEqual(defaultReminderSettings)
  })

  it('are written down without the address', async () => {
    const officer = await hire(await clinicOf('imed'), 'lead')
    await execute(changeReminderSettings, staffAt(officer, NOW), settings)
    const rows = await sql`select action, data from audit_event where actor_id = ${officer.actor.staffId}`
    expect(rows).toEqual([
      {
        action: 'settings.changed',
        data: {
          daysBefore: ['7', '2', '0'],
          unreadAfterDays: ['5'],
          overdueDaily: true,
          leadDaysBefore: 2,
          escalationAfterDays: 3,
          escalation: true,
        },
      },
    ])
  })

  it('end the escalation where the address is left out', async () => {
    const ctx = staffAt(await hire(await clinicOf('imed'), 'lead'), NOW)
    const { escalationEmail: _, overdueDaily: _daily, ...rest } = settings
    expect(await execute(changeReminderSettings, ctx, rest)).toMatchObject({ ok: true })
    const { reminders } = await getClinicSettings(ctx)
    expect(reminders).toMatchObject({ escalation: undefined, overdueDaily: false })
  })

  it.each(['officer', 'auditor'] as const)('are not for the %s to change', async (role) => {
    const ctx = staffAt(await hire(await clinicOf('imed'), role), NOW)
    expect(await execute(changeReminderSettings, ctx, settings)).toEqual({ ok: false, reason: 'not-allowed' })
  })

  it.each([
    [{ daysBefore: 'ten' }, 'daysBefore', 'badDays'],
    [{ daysBefore: '61' }, 'daysBefore', 'badDays'],
    [{ daysBefore: '1 2 3 4 5 6 7 8 9 10 11' }, 'daysBefore', 'badDays'],
    [{ daysBefore: undefined }, 'daysBefore', 'required'],
    [{ unreadAfterDays: '-1' }, 'unreadAfterDays', 'badDays'],
    [{ leadDaysBefore: '1.5' }, 'leadDaysBefore', 'badNumber'],
    [{ escalationAfterDays: '0' }, 'escalationAfterDays', 'badNumber'],
    [{ escalationEmail: 'head@clinic' }, 'escalationEmail', 'badEmail'],
  ])('refuse %j', async (changes, field, message) => {
    const ctx = staffAt(await hire(await clinicOf('imed'), 'lead'), NOW)
    expect(await execute(changeReminderSettings, ctx, { ...settings, ...changes })).toEqual({
      ok: false,
      reason: 'invalid',
      fields: { [field]: [message] },
    })
  })
})

describe('what a person prefers', () => {
  it('is their own, and of this clinic', async () => {
    const clinic = await clinicOf('imvizhn')
    const [officer, colleague] = [await hire(clinic), await hire(clinic, 'lead')]
    const ctx = staffAt(officer, NOW)
    const input = { digest: 'daily', digestHour: '10', daysBefore: '4 1' }
    expect(await execute(changeReminderPreference, ctx, input)).toMatchObject({ ok: true })
    expect((await getClinicSettings(ctx)).preference).toEqual({ digest: true, digestHour: 10, daysBefore: [4, 1] })
    expect((await getClinicSettings(staffAt(colleague, NOW))).preference).toMatchObject({ digest: false })
    expect(await execute(changeReminderPreference, ctx, { digest: 'single', digestHour: '10' })).toMatchObject({
      ok: true,
    })
    expect((await getClinicSettings(ctx)).preference).toEqual({ digest: false, digestHour: 10, daysBefore: null })
    const rows = await sql`select action from audit_event where actor_id = ${officer.actor.staffId}`
    expect(rows.map(({ action }) => action)).toEqual(['preference.changed', 'preference.changed'])
  })

  it('decides what they are sent', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const [asClinic, own] = [await hire(clinic), await hire(clinic)]
    await execute(changeReminderPreference, staffAt(own, NOW), { digest: 'single', digestHour: '9', daysBefore: '4' })
    const { requestId } = await fileAt(clinic, NOW)
    // Thirty calendar days from 1 December: four before the last day is the 27th, three before it the 28th.
    for (const day of [27, 28]) await remindOfDeadlines(clinic, new Date(`2026-12-${day}T09:00:00Z`))
    const rows = await sql`select r.recipient_id as who, r.milestone from reminder r
      join request_clock c on c.id = r.clock_id where r.request_id = ${requestId} and c.clock = 'response' order by r.milestone_on`
    const told = (staffId: string) => rows.filter(({ who }) => who === staffId).map(({ milestone }) => milestone)
    expect(told(own.actor.staffId)).toEqual(['before-4'])
    expect(told(asClinic.actor.staffId)).toEqual(['before-5', 'before-3'])
  })

  it.each(['auditor', 'admin'] as const)('is nothing for the %s, who is not reminded', async (role) => {
    const ctx = staffAt(await hire(await clinicOf('imvizhn'), role), NOW)
    expect((await getClinicSettings(ctx)).preference).toBeUndefined()
    expect(await execute(changeReminderPreference, ctx, { digest: 'daily', digestHour: '10' })).toEqual({
      ok: false,
      reason: 'not-allowed',
    })
  })

  it.each([
    [{ digest: 'weekly', digestHour: '9' }, { digest: ['required'] }],
    [{ digest: 'daily', digestHour: '7' }, { digestHour: ['badNumber'] }],
    [{ digest: 'daily', digestHour: '21' }, { digestHour: ['badNumber'] }],
    [{ digest: 'daily', digestHour: '9', daysBefore: 'x' }, { daysBefore: ['badDays'] }],
  ])('refuses %j', async (input, fields) => {
    const ctx = staffAt(await hire(await clinicOf('imvizhn')), NOW)
    expect(await execute(changeReminderPreference, ctx, input)).toEqual({ ok: false, reason: 'invalid', fields })
  })
})
