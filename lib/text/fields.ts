import type { CalendarDate } from '@/lib/core/calendar-date'
import { z } from 'zod/mini'
import { cleanCode, cleanDraft, cleanLine, cleanWords } from './characters'
import { cleanDate, dateFault } from './dates'
import { cleanEmail, emailFault } from './email'
import { cleanName, hasLetter } from './names'
import { cleanPhone, readPhone } from './phone'

// The fields of every form. Messages are keys under `errors` in the messages files; limits are in characters, as a browser
// counts them: UTF-16 units, a line break being one.

type Check = z.core.$ZodCheck<string>

/** Nothing is worked on that is longer than any typing could make it. */
const within = (max: number, clean: (text: string) => string) => (text: string) =>
  text.length <= 4 * max + 100 ? clean(text) : text

/**
 * The fault names the limit behind a blank, so that it can be told. zod's own check counts code points: there an emoji is
 * one, in a browser's `maxlength` it is two.
 */
export const atMost = (max: number): Check =>
  z.refine((text) => text.length <= max, { error: `tooLong ${max}`, abort: true })

const field = (max: number, clean: (text: string) => string, ...checks: Check[]) =>
  z.string('required').check(z.overwrite(within(max, clean)), atMost(max), ...checks)

/** Refuses with the fault that is found; an empty field is the business of `required`. */
const faultless = (faultOf: (text: string) => string | undefined): Check =>
  z.check(({ value, issues }) => {
    const fault = value === '' ? undefined : faultOf(value)
    if (fault) issues.push({ code: 'custom', message: fault, input: value })
  })

const filled = z.minLength(1, 'required')

/** One line; nothing that is not seen is in it. */
export const line = (max: number) => field(max, cleanLine)
export const requiredLine = (max: number) => field(max, cleanLine, filled)

/** A number or code of letters and digits, as documents have it. */
export const code = (max: number) => field(max, cleanCode)

/** A part of a person's name; may be empty. */
export const name = (max: number) =>
  field(
    max,
    cleanName,
    faultless((text) => (hasLetter(text) ? undefined : 'badName')),
  )
export const requiredName = (max: number) =>
  field(
    max,
    cleanName,
    filled,
    faultless((text) => (hasLetter(text) ? undefined : 'badName')),
  )

/** Somebody's words, of any number of lines. */
export const words = (max: number) => field(max, cleanWords)
export const requiredWords = (max: number) => field(max, cleanWords, filled)

/** The same while they are being written. */
export const draft = (max: number) => field(max, cleanDraft)

const EMAIL = 254

/** An address that mail can be sent to, as it was typed (its domain may be in any alphabet); may be empty. */
export const email = () => field(EMAIL, cleanEmail, faultless(emailFault))
export const requiredEmail = () => field(EMAIL, cleanEmail, filled, faultless(emailFault))

/** A number that can be dialled, as it was typed; may be empty. */
export const phone = (max: number) =>
  field(
    max,
    cleanPhone,
    faultless((text) => (readPhone(text) ? undefined : 'badPhone')),
  )

const DATE = 40

/** 'YYYY-MM-DD' of what was typed as a date; may be empty. */
export const date = () => field(DATE, cleanDate, faultless(dateFault))
export const requiredDate = () => field(DATE, cleanDate, filled, faultless(dateFault))

/** A later day than today, where that makes no sense. */
export const isAhead = (value: unknown, today: CalendarDate): boolean =>
  typeof value === 'string' && value > today && !dateFault(value)
