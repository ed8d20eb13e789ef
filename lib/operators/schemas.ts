import { rollForwards, startEvents, termUnits } from '@/db/enums'
import { line, requiredWords } from '@/lib/text/fields'
import { z } from 'zod/mini'

/** The longest term that a rule may set, in its unit, and the longest text of a legal basis, in characters. */
export const termLimits = { days: 365, basis: 300 } as const

const days = (least: number) =>
  z.pipe(
    line(10).check(z.regex(/^\d{1,3}$/, 'badAmount')),
    z.pipe(z.transform(Number), z.int().check(z.minimum(least, 'badAmount'), z.maximum(termLimits.days, 'badAmount'))),
  )

/** Kept as typeset: its blanks hold numbers to their words. */
const basis = requiredWords(termLimits.basis).check(z.overwrite((text) => text.replaceAll(/[\n\t]/g, ' ')))

/** What the form of one rule sends. The unit is the rule's own and stays; it tells which amounts there are. */
export const termChangeSchema = z
  .object({
    ruleId: z.uuid(),
    unit: z.enum(termUnits),
    amount: days(0),
    /** Absent: the term cannot be extended. */
    extensionAmount: z.optional(days(1)),
    countedFrom: z.enum(startEvents, 'required'),
    rollForward: z.enum(rollForwards, 'required'),
    legalBasis: z.prefault(
      z.object({
        ru: basis.check(z.regex(/^$|[а-яё]/i, 'notRussian')),
        en: basis.check(z.regex(/^[^а-яё]*$/i, 'notEnglish')),
      }),
      { ru: '', en: '' },
    ),
  })
  .check(({ value, issues }) => {
    const refuse = (field: 'amount' | 'extensionAmount') =>
      issues.push({ code: 'custom', message: 'badAmount', path: [field], input: value })
    const sameDay = value.unit === 'same-day'
    if (sameDay !== (value.amount === 0)) refuse('amount')
    if (sameDay && value.extensionAmount !== undefined) refuse('extensionAmount')
  })
export type TermChange = z.output<typeof termChangeSchema>
