import type { getTranslations } from 'next-intl/server'
import type { Locale, MailState } from '@/db/enums'
import type { MailLogRow, MailRecipient } from '@/lib/mail/queries'

export type MailWords = Awaited<ReturnType<typeof getTranslations<'adminDeadlines.mail'>>>

/** The colours of `page.badge`; the state is always said in words as well. */
export const stateTone: Record<MailState, string | undefined> = {
  queued: 'new',
  sent: 'good',
  failed: 'overdue',
  cancelled: undefined,
  folded: undefined,
}

/** An officer by name, everybody else by what they are. */
export const recipientWords = (t: MailWords, recipient: MailRecipient): string =>
  recipient.kind === 'officer' ? recipient.name : t(`recipients.${recipient.kind}`)

/** What truly happened to a mail that has not left, or not yet; undefined where its state says it all. */
export function whatHappened(t: MailWords, row: MailLogRow, when: (at: Date) => string): string | undefined {
  const { state, attempts, lastFinding, nextAttemptAt, createdAt } = row
  if (state === 'queued' && attempts === 0) {
    return nextAttemptAt && nextAttemptAt > createdAt ? t('held', { when: when(nextAttemptAt) }) : undefined
  }
  if (state !== 'queued' && state !== 'failed') return undefined
  const finding = lastFinding && t(`findings.${lastFinding}`)
  const next = nextAttemptAt && t('nextTry', { when: when(nextAttemptAt) })
  return [finding, next].filter(Boolean).join('; ') || undefined
}

/** What the form that sends a letter again is given to say. */
export const resendWords = (t: MailWords) => ({
  labels: { submit: t('again'), working: t('sending'), done: t('queuedAgain') },
  reasons: Object.fromEntries(
    (['not-failed', 'not-resendable', 'not-allowed', 'invalid'] as const).map((reason) => [
      reason,
      t(`reasons.${reason}`),
    ]),
  ),
})

/** "21.11.2026, 08:22", "21/11/2026, 08:22": an instant in a table. */
export const instantBrief = (at: Date, locale: Locale, timeZone: string): string =>
  at.toLocaleString(locale === 'en' ? 'en-GB' : 'ru', { dateStyle: 'short', timeStyle: 'short', timeZone })
