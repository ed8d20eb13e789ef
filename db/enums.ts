/**
 * The one source of the closed vocabularies: drizzle enums, zod schemas and UI options are all built from these arrays.
 * Order is the order of display. This file imports nothing.
 */

/** What a requester files: the rights of 152-FZ 14, 20 and 21, and the pre-trial claim of a clinic's policy. */
export const requestKinds = ['access', 'correction', 'deletion', 'blocking', 'consent-withdrawal', 'claim'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Which clock a deletion carries: 152-FZ 20(3) (destroy), 21(5.1) (stop) or 21(5) (stop and destroy). */
export const deletionGrounds = ['unlawful-or-unneeded', 'stop-processing', 'consent-withdrawn'] as const
export type DeletionGround = (typeof deletionGrounds)[number]

/** What a consent withdrawal withdraws: every processing by consent (21(5)), or mailings alone (15(2)). */
export const consentScopes = ['all-processing', 'mailing'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** Channels of mailings, each with a consent of its own. */
export const mailingChannels = ['email', 'sms', 'calls', 'automatic-calls', 'push'] as const
export type MailingChannel = (typeof mailingChannels)[number]

/** Who files: the data subject, a representative of the subject, or a supervisory authority (152-FZ 20(4)). */
export const requesterTypes = ['subject', 'representative', 'authority'] as const
export type RequesterType = (typeof requesterTypes)[number]

/** Life of a request; `answered` and `withdrawn` are final. */
export const requestStates = ['registered', 'in-progress', 'answered', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** What the answer gives. Deletion is nearly always `partly`: what other laws make the operator keep, stays. */
export const answerOutcomes = ['fulfilled', 'partly', 'refused'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

/** Legal grounds that a refusal names (152-FZ 14(8), 14(6), 21(5) and other laws that require retention). */
export const refusalGrounds = [
  'third-party-rights',
  'criminal-procedure',
  'anti-money-laundering',
  'transport-security',
  'repeated-request',
  'not-a-subject',
  'legal-retention',
  'other',
] as const
export type RefusalGround = (typeof refusalGrounds)[number]

/** The clocks a request may carry; `response` is the headline 30 days that every request has. */
export const clockNames = [
  'response',
  'answer',
  'correct',
  'destroy',
  'stop',
  'block',
  'check',
  'stop-mailings',
] as const
export type ClockName = (typeof clockNames)[number]

/** How a term is counted; `same-day` ends on the day of its event and has the amount 0. */
export const termUnits = ['calendar-days', 'working-days', 'same-day'] as const
export type TermUnit = (typeof termUnits)[number]

/** The event a term counts from; `proof` falls back to the receipt until a proof is recorded. */
export const startEvents = ['receipt', 'proof', 'decision'] as const
export type StartEvent = (typeof startEvents)[number]

/** What happens when the last day is non-working (Civil Code 193). */
export const rollForwards = ['none', 'next-working-day'] as const
export type RollForward = (typeof rollForwards)[number]

/** How a request reached the operator; all but `portal` are entered by an officer. */
export const intakeChannels = ['portal', 'email', 'post', 'in-person', 'phone'] as const
export type IntakeChannel = (typeof intakeChannels)[number]

/** `officer` works the queue, `lead` supervises, `auditor` only reads, `admin` runs the installation. */
export const staffRoles = ['officer', 'lead', 'auditor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** Languages of the pages and letters. */
export const locales = ['ru', 'en'] as const
export type Locale = (typeof locales)[number]

/** Identity documents a request may name (152-FZ 14(3)). */
export const identityDocuments = [
  'passport',
  'birth-certificate',
  'foreign-passport',
  'residence-permit',
  'other',
] as const

/** Life of an intended mail; `failed` was refused for good or given up after 72 hours, `cancelled` became stale before it left. */
export const mailStates = ['queued', 'sent', 'failed', 'cancelled'] as const
export type MailState = (typeof mailStates)[number]
