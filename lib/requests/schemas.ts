import {
  consentScopes,
  deletionGrounds,
  identityDocuments,
  intakeChannels,
  locales,
  mailingChannels,
  requestKinds,
  requesterTypes,
} from '@/db/enums'
import { isCalendarDate } from '@/lib/core/calendar-date'
import { z } from 'zod/mini'

/**
 * What a person files, checked in the browser and again on the server by the same schema (152-FZ 14(3)).
 * Messages are keys under `errors` in the messages files. Limits are in characters.
 */
export const limits = { name: 100, email: 254, phone: 30, line: 200, details: 5_000, files: 5 } as const

// Control characters have no place in a name or a letter; a line break has one in a longer text.
const controls = /[\p{Cc}\u2028\u2029]/u
const controlsButBreaks = /[^\P{Cc}\n\r\t]/u

const line = (max: number) =>
  z.string('required').check(
    z.trim(),
    z.maxLength(max, 'tooLong'),
    z.refine((text) => !controls.test(text), 'badCharacters'),
  )
const requiredLine = (max: number) => line(max).check(z.minLength(1, 'required'))
const optionalLine = (max: number) => z._default(line(max), '')
const text = (max: number) =>
  z.string('required').check(
    z.trim(),
    z.maxLength(max, 'tooLong'),
    z.refine((value) => !controlsButBreaks.test(value), 'badCharacters'),
  )

const date = z.string().check(
  z.trim(),
  z.refine((value) => value === '' || isPlausibleDate(value), 'badDate'),
)
const optionalDate = z._default(date, '')

function isPlausibleDate(value: string): boolean {
  return isCalendarDate(value) && value >= '1900-01-01' && value <= '2100-12-31'
}

const person = z.object({
  lastName: requiredLine(limits.name),
  firstName: requiredLine(limits.name),
  middleName: optionalLine(limits.name),
  birthDate: optionalDate,
})

const email = z._default(
  z.string('required').check(
    z.trim(),
    z.maxLength(limits.email, 'tooLong'),
    z.refine((value) => value === '' || z.safeParse(z.email(), value).success, 'badEmail'),
  ),
  '',
)

const phone = z._default(
  z.string().check(
    z.trim(),
    z.maxLength(limits.phone, 'tooLong'),
    z.refine((value) => value === '' || /^\+?[\d\s().-]{6,}$/.test(value), 'badPhone'),
  ),
  '',
)

interface Together {
  kind?: string
  channel?: string
  contact?: { email?: string }
  ground?: unknown
  scope?: string
  mailingChannels?: readonly unknown[]
  correction?: { right?: string }
  details?: string
  requesterType?: string
  representative?: unknown
  authority?: unknown
}

export const fileRequestSchema = z
  .object({
    submissionId: z.uuid('badSubmission'),
    locale: z.enum(locales),
    kind: z.enum(requestKinds, 'required'),
    channel: z._default(z.enum(intakeChannels), 'portal'),
    /** The day it came, where an officer registers it later; the public has no say in it. Empty is today. */
    receivedOn: optionalDate,
    ground: z.optional(z.enum(deletionGrounds, 'required')),
    scope: z.optional(z.enum(consentScopes, 'required')),
    mailingChannels: z._default(z.array(z.enum(mailingChannels)), []),
    requesterType: z.enum(requesterTypes, 'required'),
    subject: person,
    representative: z.optional(
      z.object({
        lastName: requiredLine(limits.name),
        firstName: requiredLine(limits.name),
        middleName: optionalLine(limits.name),
        /** Power of attorney, birth certificate, court act: type, number and date in one line. */
        document: optionalLine(limits.line),
      }),
    ),
    authority: z.optional(
      z.object({
        name: requiredLine(limits.line),
        letter: optionalLine(limits.line),
        official: optionalLine(limits.line),
      }),
    ),
    contact: z.object({ email, phone }),
    details: z._default(text(limits.details), ''),
    correction: z.optional(z.object({ wrong: text(limits.details), right: text(limits.details) })),
    /** Keys of the operator's data categories; empty means all of them. */
    categories: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60)), []),
    identity: z._default(
      z.object({
        document: z.optional(z.enum(identityDocuments)),
        number: optionalLine(limits.name),
        issuedOn: optionalDate,
        issuer: optionalLine(limits.line),
      }),
      { number: '', issuedOn: '', issuer: '' },
    ),
    relation: z._default(
      z.object({
        contractNumber: optionalLine(limits.name),
        contractDate: optionalDate,
        patientNumber: optionalLine(limits.name),
        visitDate: optionalDate,
      }),
      { contractNumber: '', contractDate: '', patientNumber: '', visitDate: '' },
    ),
    signature: z.object({
      /** The statement that the data are true, ticked; with the typed name and the confirmed e-mail it is the signature. */
      statement: z.literal(true, 'statementNeeded'),
      name: requiredLine(limits.name * 3),
    }),
    uploads: z._default(
      z.array(z.string().check(z.maxLength(200))).check(z.maxLength(limits.files, 'tooManyFiles')),
      [],
    ),
  })
  .check(
    // `when`: told together with all else that is wrong, not after it. So any of this may be missing.
    z.check<Together>(
      (ctx) => {
        const value = ctx.value
        const need = (path: string[], missing: boolean) => {
          if (missing) ctx.issues.push({ code: 'custom', message: 'required', path, input: value })
        }
        // The portal answers by mail; who wrote by post or called may have no address.
        need(['contact', 'email'], value.channel === 'portal' && !value.contact?.email)
        need(['ground'], value.kind === 'deletion' && !value.ground)
        need(['scope'], value.kind === 'consent-withdrawal' && !value.scope)
        const withdrawsMailing = value.kind === 'consent-withdrawal' && value.scope === 'mailing'
        need(['mailingChannels'], withdrawsMailing && !value.mailingChannels?.length)
        need(['correction', 'right'], value.kind === 'correction' && !value.correction?.right)
        need(['details'], value.kind === 'claim' && !value.details)
        need(['representative', 'lastName'], value.requesterType === 'representative' && !value.representative)
        need(['authority', 'name'], value.requesterType === 'authority' && !value.authority)
      },
      { when: ({ value }) => typeof value === 'object' && value !== null },
    ),
  )

export type FileRequestInput = z.output<typeof fileRequestSchema>
export type FileRequestForm = z.input<typeof fileRequestSchema>
