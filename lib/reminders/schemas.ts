import { locales } from '@/db/enums'
import { line, requiredEmail } from '@/lib/text/fields'
import { z } from 'zod/mini'

/** Nobody is reminded of anything before this hour of the operator's day. */
export const FIRST_HOUR = 8
export const LAST_HOUR = 20

const MOST_DAYS = 60

/** Days as people write them: "10, 5, 3, 1, 0"; at most ten of them, each from 0 to 60, sorted downwards. */
const days = z.pipe(
  line(100).check(z.regex(/^\d{1,3}([,;\s]+\d{1,3}){0,9}$/, 'badDays')),
  z.pipe(
    z.transform((text: string) => [...new Set(text.split(/[,;\s]+/).map(Number))].sort((a, b) => b - a)),
    z.array(z.int()).check(z.refine((list) => list.every((day) => day <= MOST_DAYS), 'badDays')),
  ),
)

const count = (least: number) =>
  z.pipe(
    line(10).check(z.regex(/^\d{1,2}$/, 'badNumber')),
    z.pipe(z.transform(Number), z.int().check(z.refine((value) => value >= least && value <= MOST_DAYS, 'badNumber'))),
  )

/** What a form of the settings page sends; ticks that are not set are absent. */
export const reminderSettingsSchema = z.object({
  daysBefore: days,
  overdueDaily: z._default(z.boolean(), false),
  leadDaysBefore: count(0),
  unreadAfterDays: days,
  /** Absent: nobody is told of what stays overdue. */
  escalationEmail: z.optional(requiredEmail()),
  escalationLocale: z._default(z.enum(locales), 'ru'),
  escalationAfterDays: count(1),
})

export const reminderPreferenceSchema = z.object({
  digest: z.enum(['single', 'daily'], 'required'),
  digestHour: z.pipe(
    z.string('required').check(z.regex(/^\d{1,2}$/, 'badNumber')),
    z.pipe(
      z.transform(Number),
      z.int().check(z.refine((hour) => hour >= FIRST_HOUR && hour <= LAST_HOUR, 'badNumber')),
    ),
  ),
  /** Absent: as the clinic has it. */
  daysBefore: z.optional(days),
})
