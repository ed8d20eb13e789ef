import { requestKinds } from '@/db/enums'
import { fileLimits } from '@/lib/documents/limits'
import { limits } from '@/lib/requests/schemas'
import { readSavedKey } from '@/lib/text/saved-key'
import { draft, requiredLine } from '@/lib/text/fields'
import { z } from 'zod/mini'

const text = (max: number) => z.optional(draft(max))
const list = (most: number, max: number, tooMany: string) =>
  z.optional(z.array(draft(max)).check(z.maxLength(most, tooMany)))

const [choice, date, token] = [60, 40, 200]
const names = (group: string) =>
  Object.fromEntries(['lastName', 'firstName', 'middleName'].map((part) => [`${group}.${part}`, text(limits.name)]))

/** What the filing form may hold while it is being filled in: anything at all, no longer than its fields take. */
const values = z.object({
  submissionId: text(choice),
  requesterType: text(choice),
  ground: text(choice),
  scope: text(choice),
  'mailingChannels[]': list(choice, choice, 'badChoice'),
  'categories[]': list(choice, choice, 'badChoice'),
  ...names('subject'),
  'subject.birthDate': text(date),
  ...names('representative'),
  'representative.document': text(limits.line),
  'authority.name': text(limits.line),
  'authority.letter': text(limits.line),
  'authority.official': text(limits.line),
  'contact.email': text(limits.email),
  'contact.phone': text(limits.phone),
  details: text(limits.details),
  'correction.wrong': text(limits.details),
  'correction.right': text(limits.details),
  'identity.document': text(choice),
  'identity.number': text(limits.name),
  'identity.issuedOn': text(date),
  'identity.issuer': text(limits.line),
  'relation.contractNumber': text(limits.name),
  'relation.contractDate': text(date),
  'relation.patientNumber': text(limits.name),
  'relation.visitDate': text(date),
  'signature.statement?': text(choice),
  'signature.name': text(limits.name * 3),
  'uploads[]': list(fileLimits.perForm, token, 'tooManyFiles'),
  // Of files that were taken out again as well.
  'uploadNames[]': list(8 * fileLimits.perForm, 2 * token, 'tooManyFiles'),
})

export const saveFormSchema = z.object({
  /** Of a form that was opened by its key. */
  ticket: z._default(z.string().check(z.maxLength(token)), ''),
  kind: z.enum(requestKinds, 'badChoice'),
  values,
})

export const checkKeySchema = z.object({
  savedKey: requiredLine(100).check(z.refine((typed) => typed === '' || readSavedKey(typed) !== undefined, 'badKey')),
})
