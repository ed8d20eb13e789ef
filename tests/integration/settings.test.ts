import { describe, expect, it } from 'vitest'
import { defaultMilestones } from '@/lib/calendar/milestones'
import { execute } from '@/lib/core/command'
import { changeTermRule } from '@/lib/operators/change-term-rule'
import { listPublicTerms } from '@/lib/operators/public-terms'
import { getTermRule } from '@/lib/operators/queries'
import type { TermRule } from '@/lib/operators/term-rules'
import { changeReminderPreference } from '@/lib/reminders/change-preference'
import { changeReminderSettings } from '@/lib/reminders/change-settings'
import { getClinicSettings } from '@/lib/reminders/queries'
import { remindOfDeadlines } from '@/lib/reminders/remind'
import { defaultReminderSettings } from '@/lib/reminders/settings'
import { clinicOf, fileAt, type Officer, staffAt, useDomain } from '../support/domain'

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

  it('are written down, what was and what is, without the address', async () => {
    const ctx = staffAt(await hire(await clinicOf('imed'), 'lead'), NOW)
    await execute(changeReminderSettings, ctx, { ...settings, escalationEmail: undefined })
    await execute(changeReminderSettings, ctx, { ...settings, daysBefore: '6' })
    const rows = await sql`
      select action, data from audit_event where actor_id = ${ctx.actor.staffId} order by seq desc limit 1`
    const told = {
      before: ['daysBefore 7-2-0', 'escalationEmail no', 'escalationAfterDays none'],
      after: ['daysBefore 6', 'escalationEmail yes', 'escalationAfterDays 3'],
    }
    expect(rows).toEqual([{ action: 'settings.changed', data: told }])
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

describe('a term of the clinic', () => {
  const ofAccess = ({ kind, clock, requesterType }: TermRule) =>
    kind === 'access' && clock === 'answer' && requesterType === null

  /** The rule in force for answering an access request: 10 working days from the receipt, until somebody changes it. */
  async function ruleOf(officer: Officer): Promise<TermRule> {
    const rule = (await getClinicSettings(staffAt(officer, NOW))).terms.find(ofAccess)
    if (!rule) throw new Error('No rule')
    return rule
  }

  const formOf = ({ id, unit, amount, extensionAmount, countedFrom, rollForward, legalBasis }: TermRule) => ({
    ...{ ruleId: id, unit, countedFrom, rollForward, legalBasis, amount: String(amount) },
    ...(extensionAmount !== null && { extensionAmount: String(extensionAmount) }),
  })

  const clockOf = async (requestId: string) => {
    const [clock] = await sql`select rule_version, amount, extension_amount, due_on::text from request_clock
      where request_id = ${requestId} and clock = 'answer'`
    return clock
  }

  it.each(['lead', 'admin'] as const)('is changed by the %s, for new requests alone', async (role) => {
    const clinic = await clinicOf(role === 'lead' ? 'imed' : 'medsystems')
    const lead = await hire(clinic, role)
    const rule = await ruleOf(lead)
    const before = await fileAt(clinic, NOW)
    const { extensionAmount: _none, ...form } = formOf(rule)
    const result = await execute(changeTermRule, staffAt(lead, NOW), { ...form, amount: '5' })
    const inForce = await ruleOf(lead)
    expect(result).toEqual({ ok: true, value: { ruleId: inForce.id, version: 2 } })
    expect(inForce).toEqual({ ...rule, id: inForce.id, version: 2, amount: 5, extensionAmount: null })
    expect(await listPublicTerms(clinic.id)).toContainEqual(inForce)
    const after = await fileAt(clinic, NOW)
    const old = { rule_version: 1, amount: 10, extension_amount: 5, due_on: '2026-12-15' }
    expect(await clockOf(before.requestId)).toEqual(old)
    expect(await clockOf(after.requestId)).toEqual({
      ...{ rule_version: 2, amount: 5, extension_amount: null, due_on: '2026-12-08' },
    })
    const [elsewhere] = await sql`select max(version) as version from term_rule
      where operator_id = ${(await clinicOf('caop1')).id}`
    expect(elsewhere).toEqual({ version: 1 })
  })

  it('is written down, its words left out', async () => {
    const lead = await hire(await clinicOf('imvizhn'), 'lead')
    const legalBasis = { ru: 'Приказ клиники № 7', en: 'The clinic’s order No. 7' }
    const changes = { amount: '8', rollForward: 'next-working-day', legalBasis }
    await execute(changeTermRule, staffAt(lead, NOW), { ...formOf(await ruleOf(lead)), ...changes })
    expect(await ruleOf(lead)).toMatchObject({ ...changes, amount: 8, version: 2 })
    const rows = await sql`select action, data from audit_event where actor_id = ${lead.actor.staffId}`
    expect(rows).toEqual([
      {
        action: 'settings.changed',
        data: {
          ...{ kind: 'access', clock: 'answer', rule: [], version: 2 },
          changed: ['amount', 'rollForward', 'legalBasis'],
          before: ['amount 10', 'rollForward none'],
          after: ['amount 8', 'rollForward next-working-day'],
        },
      },
    ])
  })

  it.each(['officer', 'auditor'] as const)('is not for the %s to change', async (role) => {
    const officer = await hire(await clinicOf('caop1'), role)
    const [ctx, rule] = [staffAt(officer, NOW), await ruleOf(officer)]
    expect(await execute(changeTermRule, ctx, { ...formOf(rule), amount: '5' })).toEqual({
      ...{ ok: false, reason: 'not-allowed' },
    })
    await expect(getTermRule(ctx, rule.id)).rejects.toThrow('not found')
    expect(await ruleOf(officer)).toEqual(rule)
  })

  it('of another clinic is not found', async () => {
    const [lead, other] = [
      await hire(await clinicOf('caop1'), 'lead'),
      await hire(await clinicOf('eco-smolensk'), 'lead'),
    ]
    const [ctx, theirs] = [staffAt(lead, NOW), await ruleOf(other)]
    await expect(execute(changeTermRule, ctx, { ...formOf(theirs), amount: '5' })).rejects.toThrow('not found')
    await expect(getTermRule(ctx, theirs.id)).rejects.toThrow('not found')
    expect(await ruleOf(other)).toEqual(theirs)
  })

  it('is changed by one of two leads at once; the other is told, and shown what holds now', async () => {
    const clinic = await clinicOf('eco-smolensk')
    const leads = await Promise.all([hire(clinic, 'lead'), hire(clinic, 'lead')])
    const [first] = leads
    const rule = await ruleOf(first)
    const results = await Promise.all(
      leads.map((lead, index) =>
        execute(changeTermRule, staffAt(lead, NOW), { ...formOf(rule), amount: String(6 + index) }),
      ),
    )
    expect(results).toContainEqual({ ok: false, reason: 'superseded' })
    const won = results.findIndex(({ ok }) => ok)
    const inForce = await ruleOf(first)
    expect(inForce).toMatchObject({ version: 2, amount: 6 + won })
    expect(await getTermRule(staffAt(first, NOW), rule.id)).toEqual(inForce)
    const rows = await sql`select actor_id from audit_event
      where action = 'settings.changed' and operator_id = ${clinic.id}`
    expect(rows).toEqual([{ actor_id: leads[won]?.actor.staffId }])
  })

  it('stays as it is where nothing differs, and where a field is wrong', async () => {
    const lead = await hire(await clinicOf('caop1'), 'lead')
    const [ctx, rule] = [staffAt(lead, NOW), await ruleOf(lead)]
    expect(await execute(changeTermRule, ctx, formOf(rule))).toEqual({ ok: false, reason: 'unchanged' })
    expect(await execute(changeTermRule, ctx, { ...formOf(rule), amount: '0' })).toEqual({
      ...{ ok: false, reason: 'invalid', fields: { amount: ['badAmount'] } },
    })
    expect(await ruleOf(lead)).toEqual(rule)
  })
})
