import {
  consentScopes,
  identityDocuments,
  intakeChannels,
  locales,
  mailingChannels,
  requestGrounds,
  requestKinds,
  requesterTypes,
} from '@/db/enums'
import { kindForms } from '@/db/kinds/forms'
import { fileLimits } from '@/lib/documents/limits'
import type { KindForm } from '@/db/kinds/model'
import type { CalendarDate } from '@/lib/core/calendar-date'
import { code, date, email, isAhead, line, name, phone, requiredLine, words } from '@/lib/text/fields'
import { z } from 'zod/mini'

/**
 * What a person files, checked in the browser and again on the server by the same schema (152-FZ 14(3)).
 * Messages are keys under `errors` in the messages files. Limits are in characters; a line break is one.
 */
export const limits = { name: 100, email: 254, phone: 40, line: 200, details: 5_000 } as const

/** Which of the two names a document has is the person's matter: some have one alone, and one suffices. */
const names = {
  lastName: z._default(name(limits.name), ''),
  firstName: z._default(name(limits.name), ''),
  middleName: z._default(name(limits.name), ''),
}
const optionalLine = z._default(line(limits.line), '')
const optionalCode = z._default(code(limits.name), '')
const optionalDate = z._default(date(), '')

interface Named {
  lastName?: string
  firstName?: string
}

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
  subject?: Named & { birthDate?: unknown }
  representative?: Named
  authority?: unknown
  identity?: { issuedOn?: unknown }
  relation?: { contractDate?: unknown; visitDate?: unknown }
  signature?: { statement?: unknown; name?: unknown }
}

/** Told together with all else that is wrong, not after it. So any of the value may be missing. */
const together = (
  faultsOf: (value: Together) => readonly (readonly [path: string[], isWrong: boolean, message: string])[],
) =>
  z.check<Together>(
    ({ value, issues }) => {
      for (const [path, isWrong, message] of faultsOf(value)) {
        if (isWrong) issues.push({ code: 'custom', message, path, input: value })
      }
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )

const isNameless = (person: Named | undefined): boolean => !person?.lastName && !person?.firstName

export const fileRequestSchema = z
  .object({
    submissionId: z.uuid('badSubmission'),
    locale: z.enum(locales),
    kind: z.enum(requestKinds, 'badChoice'),
    channel: z._default(z.enum(intakeChannels, 'badChoice'), 'portal'),
    /** The day it came, where an officer registers it later; the public has no say in it. Empty is today. */
    receivedOn: optionalDate,
    ground: z.optional(z.enum(requestGrounds, 'badChoice')),
    scope: z.optional(z.enum(consentScopes, 'badChoice')),
    mailingChannels: z._default(z.array(z.enum(mailingChannels)), []),
    requesterType: z.enum(requesterTypes, 'badChoice'),
    subject: z.object({ ...names, birthDate: optionalDate }),
    representative: z.optional(
      z.object({
        ...names,
        /** Power of attorney, birth certificate, court act: type, number and date in one line. */
        document: optionalLine,
      }),
    ),
    authority: z.optional(
      z.object({
        name: requiredLine(limits.line),
        letter: optionalLine,
        official: optionalLine,
      }),
    ),
    contact: z.object({ email: z._default(email(), ''), phone: z._default(phone(limits.phone), '') }),
    details: z._default(words(limits.details), ''),
    correction: z.optional(z.object({ wrong: words(limits.details), right: words(limits.details) })),
    /** Keys of the operator's data categories; empty means all of them. */
    categories: z._default(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(60)), []),
    identity: z._default(
      z.object({
        document: z.optional(z.enum(identityDocuments)),
        number: optionalCode,
        issuedOn: optionalDate,
        issuer: optionalLine,
      }),
      { number: '', issuedOn: '', issuer: '' },
    ),
    relation: z._default(
      z.object({
        contractNumber: optionalCode,
        contractDate: optionalDate,
        patientNumber: optionalCode,
        visitDate: optionalDate,
      }),
      { contractNumber: '', contractDate: '', patientNumber: '', visitDate: '' },
    ),
    signature: z.object({
      /** The statement that the data are true, ticked; with the typed name and the confirmed e-mail it is the signature. */
      statement: z._default(z.boolean(), false),
      name: z._default(name(limits.name * 3), ''),
    }),
    uploads: z._default(
      z.array(z.string().check(z.maxLength(200))).check(z.maxLength(fileLimits.perForm, 'tooManyFiles')),
      [],
    ),
    /** The ticket of the saved form that it was written in, which goes once it is filed (lib/saved-forms). */
    savedForm: z._default(z.string().check(z.maxLength(200)), ''),
  })
  .check(
    together((value) => {
      const { grounds, hasScope = false, hasCorrection = false, details } = formOf(value) ?? {}
      return [
        // The portal answers by mail; who wrote by post or called may have no address.
        [['contact', 'email'], value.channel === 'portal' && !value.contact?.email, 'required'],
        // A letter that nobody signed is registered as it came: nobody is turned away for it.
        [['signature', 'statement'], value.channel === 'portal' && !value.signature?.statement, 'statementNeeded'],
        [['signature', 'name'], value.channel === 'portal' && !value.signature?.name, 'required'],
        [['ground'], Boolean(grounds && !grounds.values.some((each) => each === value.ground)), 'badChoice'],
        [['scope'], hasScope && !value.scope, 'badChoice'],
        [['mailingChannels'], hasScope && value.scope === 'mailing' && !value.mailingChannels?.length, 'noneChosen'],
        [['correction', 'right'], hasCorrection && !value.correction?.right, 'required'],
        [['details'], details?.isRequired === true && !value.details, 'required'],
        [['subject', 'lastName'], isNameless(value.subject), 'nameNeeded'],
        [
          ['representative', 'lastName'],
          value.requesterType === 'representative' && isNameless(value.representative),
          'nameNeeded',
        ],
        [['authority', 'name'], value.requesterType === 'authority' && !value.authority, 'required'],
      ]
    }),
  )

/** What the form of its kind asks; undefined where it names no kind. */
export function formOf({ kind: given }: { kind?: unknown }): KindForm | undefined {
  const kind = requestKinds.find((each) => each === given)
  return kind && kindForms[kind]
}

/** The same on a day: what has happened has not happened after it. */
export const fileRequestSchemaOn = (today: CalendarDate) =>
  fileRequestSchema.check(
    together(({ subject, identity, relation }) => [
      [['subject', 'birthDate'], isAhead(subject?.birthDate, today), 'dateAhead'],
      [['identity', 'issuedOn'], isAhead(identity?.issuedOn, today), 'dateAhead'],
      [['relation', 'contractDate'], isAhead(relation?.contractDate, today), 'dateAhead'],
      [['relation', 'visitDate'], isAhead(relation?.visitDate, today), 'dateAhead'],
    ]),
  )

export type FileRequestInput = z.output<typeof fileRequestSchema>
export type FileRequestForm = z.input<typeof fileRequestSchema>
