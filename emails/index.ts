import { answerReady } from './answer-ready'
import { answerUnread } from './answer-unread'
import { deadlineExtended } from './deadline-extended'
import { deadlineExtendedNotice } from './deadline-extended-notice'
import { deadlineReminder } from './deadline-reminder'
import type { Email } from './define'
import { digest } from './digest'
import { dueDatesMoved } from './due-dates-moved'
import { escalation } from './escalation'
import { mailUndeliverable } from './mail-undeliverable'
import { newRequest } from './new-request'
import { oneTimeCode } from './one-time-code'
import { passwordChanged } from './password-changed'
import { passwordReset } from './password-reset'
import { questionAsked } from './question-asked'
import { requestAssigned } from './request-assigned'
import { requestHandedOver } from './request-handed-over'
import { requestClosed } from './request-closed'
import { requestReceived } from './request-received'
import { requestWithdrawn } from './request-withdrawn'
import { requestsReceived } from './requests-received'
import { requestsTakenOver } from './requests-taken-over'
import { requesterMessage } from './requester-message'
import { secondFactorChanged } from './second-factor-changed'
import { severalRequests } from './several-requests'
import { signInLocked } from './sign-in-locked'
import { staffInvitation } from './staff-invitation'
import { staffJoined } from './staff-joined'
import { staffOffer } from './staff-offer'

const templates = {
  'request-received': requestReceived,
  'requests-received': requestsReceived,
  'one-time-code': oneTimeCode,
  'question-asked': questionAsked,
  'deadline-extended': deadlineExtended,
  'answer-ready': answerReady,
  'answer-unread': answerUnread,
  'request-closed': requestClosed,
  'new-request': newRequest,
  'several-requests': severalRequests,
  'deadline-reminder': deadlineReminder,
  'requester-message': requesterMessage,
  'request-assigned': requestAssigned,
  'request-handed-over': requestHandedOver,
  'requests-taken-over': requestsTakenOver,
  'request-withdrawn': requestWithdrawn,
  'deadline-extended-notice': deadlineExtendedNotice,
  'due-dates-moved': dueDatesMoved,
  escalation,
  digest,
  'mail-undeliverable': mailUndeliverable,
  'staff-invitation': staffInvitation,
  'staff-joined': staffJoined,
  'staff-offer': staffOffer,
  'password-reset': passwordReset,
  'password-changed': passwordChanged,
  'second-factor-changed': secondFactorChanged,
  'sign-in-locked': signInLocked,
}

export type EmailName = keyof typeof templates

/** The props of one template: `EmailProps<'request-received'>`. JSON-safe, so that they can wait in a job. */
export type EmailProps<N extends EmailName> = (typeof templates)[N]['sample']

type Templates = { [N in EmailName]: Email<N, EmailProps<N>> }

/** Every template by its name; a key that is not the template's own name does not compile. */
export const emails: Templates = templates

export const emailNames = Object.keys(emails) as EmailName[]

/** Whether the name that a stored mail has is still one of ours. */
export const isEmailName = (name: string): name is EmailName => Object.hasOwn(emails, name)

export type { StaleWhen } from './define'
export { portalName } from './words'
