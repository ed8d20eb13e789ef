/**
 * The one source of the closed vocabularies: column types, zod schemas and UI options are all built from these arrays.
 * Order is the order of display. This file imports nothing.
 */

/** What a requester files: the rights of 152-FZ 9, 10.1, 14, 16, 20 and 21, of 323-FZ 22, and the pre-trial claim of a clinic's policy. */
export const requestKinds = [
  'access',
  'medical-copies',
  'correction',
  'deletion',
  'blocking',
  'consent-withdrawal',
  'distribution-stop',
  'automated-decision',
  'claim',
] as const
export type RequestKind = (typeof requestKinds)[number]

/** Which clocks a deletion carries: 152-FZ 20(3), 21(1) and 21(3), 21(5.1) or 21(5). */
export const deletionGrounds = ['unneeded', 'unlawful', 'stop-processing', 'consent-withdrawn'] as const

/** What a claim is about: money has a term of its own (Consumer Protection Act 31(1)). */
export const claimGrounds = ['money', 'other-matter'] as const

/** What a request rests on, where its kind tells several grounds apart. */
export const requestGrounds = [...deletionGrounds, ...claimGrounds] as const
export type RequestGround = (typeof requestGrounds)[number]

/** What a consent withdrawal withdraws: every processing by consent (21(5)), or mailings alone (15(2)). */
export const consentScopes = ['all-processing', 'mailing'] as const
export type ConsentScope = (typeof consentScopes)[number]

/** Channels of mailings, each with a consent of its own. */
export const mailingChannels = ['email', 'sms', 'calls', 'automatic-calls', 'push'] as const
export type MailingChannel = (typeof mailingChannels)[number]

/** Who files: the data subject, a representative of the subject, or a supervisory authority (152-FZ 20(4)). */
export const requesterTypes = ['subject', 'representative', 'authority'] as const
export type RequesterType = (typeof requesterTypes)[number]

/** Life of a request up to its answer or withdrawal; whether it is closed is another question: duties may still run. */
export const requestStates = ['registered', 'in-progress', 'answered', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

/** What the answer gives. Deletion is nearly always `partly`: what other laws make the operator keep, stays. */
export const answerOutcomes = ['fulfilled', 'partly', 'refused'] as const
export type AnswerOutcome = (typeof answerOutcomes)[number]

/**
 * Grounds that a refusal names: 152-FZ 14(3) and 323-FZ 13; 14(4)-(6); 9(2) and the exceptions of 21(5.1); laws that
 * require keeping; 14(8)(4), (3), (5) and (1). 14(8)(2) binds bodies that detain or charge, not clinics.
 */
export const refusalGrounds = [
  'not-identified',
  'repeated-request',
  'other-lawful-basis',
  'legal-retention',
  'third-party-rights',
  'anti-money-laundering',
  'transport-security',
  'defence-and-security',
] as const

/** Grounds that answers named before and no answer names now: a released answer never changes. */
export const retiredRefusalGrounds = ['criminal-procedure', 'not-a-subject', 'other'] as const
export type RefusalGround = (typeof refusalGrounds)[number] | (typeof retiredRefusalGrounds)[number]

/** The clocks a request may carry; `response` is the headline 30 days that every request has. */
export const clockNames = [
  'response',
  'answer',
  'correct',
  'block',
  'stop',
  'destroy',
  'lift',
  'check',
  'stop-mailings',
  'stop-distribution',
] as const
export type ClockName = (typeof clockNames)[number]

/** How a clock ended: the answer was given, the duty recorded as done, or it lapsed with the request or its need. */
export const clockEndings = ['answered', 'done', 'refused', 'withdrawn', 'made-lawful'] as const
export type ClockEnding = (typeof clockEndings)[number]

/** How an officer may end a duty: it is done, or what was unlawful was made lawful meanwhile (152-FZ 21(3)). */
export const dutyEndings = ['done', 'made-lawful'] as const satisfies readonly ClockEnding[]
export type DutyEnding = (typeof dutyEndings)[number]

/** How a term is counted; `same-day` ends on the day of its event and has the amount 0. */
export const termUnits = ['calendar-days', 'working-days', 'same-day'] as const
export type TermUnit = (typeof termUnits)[number]

/**
 * The event a term counts from. `proof`, `detection` and `decision` fall back to the receipt until they are recorded;
 * a clock counted from the `correction` opens only with it.
 */
export const startEvents = ['receipt', 'proof', 'detection', 'decision', 'correction'] as const
export type StartEvent = (typeof startEvents)[number]

/** What happens when the last day is non-working (Civil Code 193). */
export const rollForwards = ['none', 'next-working-day'] as const
export type RollForward = (typeof rollForwards)[number]

/** Whether a clinic takes requests on its pages, and stands among the clinics. What was filed goes on in any case. */
export const intakeStates = ['open', 'paused', 'hidden'] as const
export type IntakeState = (typeof intakeStates)[number]

/** How a request reached the operator; all but `portal` are entered by an officer. */
export const intakeChannels = ['portal', 'email', 'post', 'in-person', 'phone'] as const
export type IntakeChannel = (typeof intakeChannels)[number]

/** `officer` works the queue, `lead` supervises, `auditor` only reads, `admin` runs the installation. */
export const staffRoles = ['officer', 'lead', 'auditor', 'admin'] as const
export type StaffRole = (typeof staffRoles)[number]

/** What a link in a mail lets somebody choose a password for: a new account, or one whose password is forgotten. */
export const staffLinkPurposes = ['invitation', 'reset'] as const
export type StaffLinkPurpose = (typeof staffLinkPurposes)[number]

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

/** Why a closed request's personal data are erased: its term of keeping is over, the person, an error, or a court or authority. */
export const erasureGrounds = ['term-over', 'asked-for', 'filed-in-error', 'ordered'] as const
export type ErasureGround = (typeof erasureGrounds)[number]

/**
 * Life of an intended mail; `failed` was refused for good or given up after 72 hours, `cancelled` became stale before it
 * left, `folded` is told by another mail, which tells of several things at once.
 */
export const mailStates = ['queued', 'sent', 'failed', 'cancelled', 'folded'] as const
export type MailState = (typeof mailStates)[number]

/**
 * What the last try at a mail came to. `bad-address` and `unmade` were never tried at any server; `unreachable` heard no
 * answer to anything; of `unsure` the connection was lost after the last byte, so that it may have arrived.
 */
export const mailFindings = [
  'accepted',
  'address-refused',
  'letter-refused',
  'put-off',
  'not-let-in',
  'unreachable',
  'unsure',
  'bad-address',
  'unmade',
] as const
export type MailFinding = (typeof mailFindings)[number]
