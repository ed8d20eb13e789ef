import { describe, expect, it } from 'vitest'
import { calendarDays, officialCalendars } from '@/db/calendars'
import { operatorProfiles, termRulesOf } from '@/db/operators'
import { calendarFromDays } from '@/lib/calendar/model'
import type { TermRule } from '@/lib/operators/term-rules'
import { fileRequestSchema } from '@/lib/requests/schemas'
import { safeParse } from 'zod/mini'
import { type Clinic, planHistory } from './plan'

const calendar = calendarFromDays(
  officialCalendars.map(({ year, source }) => ({ year, status: 'official', source })),
  officialCalendars.flatMap(calendarDays),
)
const clinics = operatorProfiles.map((profile, place): Clinic => {
  const { slug, code, timeZone } = profile
  const rules = termRulesOf(profile).map(({ extension, ground, scope, requesterType, ...rule }): TermRule => ({
    ...rule,
    ...{ id: '', operatorId: '', version: 1, supersededAt: null, extensionAmount: extension },
    ...{ ground: ground ?? null, scope: scope ?? null, requesterType: requesterType ?? null },
  }))
  return {
    operator: {
      id: slug,
      slug,
      code,
      timeZone,
      profile,
      intake: 'open',
      secondFactorFrom: null,
      providerDemanded: false,
      emergencyStaffId: null,
    },
    place,
    rules,
    calendar,
  }
})

// A working day, a Sunday, the holidays of January in both directions, the end of February, and midnights.
const nows = ['2026-11-20T09:30', '2026-11-22T20:59', '2027-01-01T00:01', '2027-01-09T21:30', '2027-03-01T00:10']

describe.each(nows)('the demo of %s', (text) => {
  const now = new Date(`${text}:00Z`)

  it.each(clinics)('goes forward in time, for $operator.slug', (clinic) => {
    const steps = planHistory(clinic, now)
    const times = steps.map(({ at }) => at.getTime())
    expect(times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0))).toBe(true)
    expect(Math.max(...times)).toBeLessThan(now.getTime())
    const filed = new Set<unknown>()
    for (const { act, of } of steps) {
      if (act === 'file') filed.add(of)
      expect(filed.has(of)).toBe(true)
    }
    expect(filed.size).toBeGreaterThan(15)
  })

  it.each(clinics)('fills in forms that may be filed, for $operator.slug', (clinic) => {
    for (const { of } of planHistory(clinic, now)) expect(safeParse(fileRequestSchema, of.form).error).toBeUndefined()
  })

  it('is the same each time', () => {
    const [clinic] = clinics
    if (clinic) expect(planHistory(clinic, now)).toEqual(planHistory(clinic, now))
  })
})
