import type { EmailName } from '@/emails'

/**
 * Of what waits, the more urgent leaves first. What strangers can cause in any number (`news`) is never before what the
 * clinic owes somebody; what a flood causes comes last.
 */
export const urgencies = { flood: 0, news: 1, letter: 2, due: 3, code: 4 } as const

type Urgency = (typeof urgencies)[keyof typeof urgencies]

const byTemplate: Record<EmailName, keyof typeof urgencies> = {
  'one-time-code': 'code',
  'password-reset': 'code',
  'deadline-reminder': 'due',
  escalation: 'due',
  digest: 'due',
  'answer-ready': 'letter',
  'answer-unread': 'letter',
  'request-closed': 'letter',
  'question-asked': 'letter',
  'deadline-extended': 'letter',
  'deadline-extended-notice': 'letter',
  'due-dates-moved': 'letter',
  'request-assigned': 'letter',
  'request-handed-over': 'letter',
  'requests-taken-over': 'letter',
  'staff-invitation': 'letter',
  'staff-joined': 'letter',
  'staff-offer': 'letter',
  'password-changed': 'letter',
  'second-factor-changed': 'letter',
  'sign-in-locked': 'letter',
  'several-requests': 'news',
  'request-received': 'news',
  'requests-received': 'news',
  'new-request': 'news',
  'requester-message': 'news',
  'request-withdrawn': 'news',
  'mail-undeliverable': 'news',
}

export const urgencyOf = (template: EmailName): Urgency => urgencies[byTemplate[template]]
