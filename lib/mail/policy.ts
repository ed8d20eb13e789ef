const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long a mail is tried before it is given up, in milliseconds. */
export const retryWindow = 72 * HOUR

/** Pauses after the first, second, ... try; the last one repeats. */
const pauses = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR]

/**
 * When to try again after `attempt` tries (1 is the first), or undefined when the mail is given up.
 * The last try falls on the end of the window; a worker that was down past it still tries once.
 */
export function nextAttemptAt(attempt: number, firstTriedAt: Date, now: Date): Date | undefined {
  if (!Number.isInteger(attempt) || attempt < 1) throw new RangeError('attempt counts from 1')
  const endsAt = firstTriedAt.getTime() + retryWindow
  if (now.getTime() >= endsAt) return undefined
  const pause = pauses[Math.min(attempt, pauses.length) - 1] ?? 4 * HOUR
  return new Date(Math.min(now.getTime() + pause, endsAt))
}

/** What is known of a try that failed. */
export interface DeliveryFailure {
  /** The SMTP reply code, e.g. 550; absent where the server said nothing. */
  replyCode?: number
  /** The SMTP command that was answered, e.g. 'RCPT TO'. */
  command?: string
  /** What was refused on our side: a malformed address, or more bytes than the server takes. */
  refusedHere?: 'address' | 'letter'
  /** True where the message left in full, its final dot included. */
  dotSent: boolean
}

/** Replies that say that we are not let in, not that the message is unwanted: RFC 4954 and, for 503, RFC 5321 4.2.2. */
const aboutOurSession = new Set([503, 530, 534, 535, 538])

/** What a failure comes to, and what is known of its cause (see `MailFinding`). */
export type Failure =
  | { outcome: 'permanent'; finding: 'address-refused' | 'letter-refused' | 'bad-address' }
  | { outcome: 'temporary'; finding: 'put-off' | 'not-let-in' | 'unreachable' }
  | { outcome: 'unknown' }

/**
 * `permanent`: the recipient or the message was refused for good (5yz to RCPT TO or DATA, RFC 5321 4.2.1).
 * `unknown`: silence after the final dot; the message may have arrived, so only the same Message-ID may be sent again.
 * `temporary`: all else, faults of our own settings (sign-in, TLS, sender address) included, for a human can mend them.
 */
export function classifyFailure({ replyCode, command, refusedHere, dotSent }: DeliveryFailure): Failure {
  if (replyCode === undefined) {
    if (dotSent) return { outcome: 'unknown' }
    if (!refusedHere) return { outcome: 'temporary', finding: 'unreachable' }
    return { outcome: 'permanent', finding: refusedHere === 'address' ? 'bad-address' : 'letter-refused' }
  }
  if (replyCode < 500) return { outcome: 'temporary', finding: 'put-off' }
  if (aboutOurSession.has(replyCode)) return { outcome: 'temporary', finding: 'not-let-in' }
  if (command === 'RCPT TO') return { outcome: 'permanent', finding: 'address-refused' }
  if (command === 'DATA') return { outcome: 'permanent', finding: 'letter-refused' }
  return { outcome: 'temporary', finding: 'not-let-in' }
}
