import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, findRequesterContext, publicContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { CopyButton } from '@/app/_ui/copy-button'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import { PrintButton } from '@/app/_ui/print-button'
import { paths } from '@/lib/core/links'
import { formatDate, formatInstant } from '@/lib/i18n/format'
import { getAsked } from '@/lib/requests/asked'
import { getReceipt } from '@/lib/requests/queries'
import { awaitsAnswer } from '@/lib/requests/rules'
import { Asked } from '../../_parts/asked'
import { ClockList } from '../../_parts/clock-list'
import { DueWhy } from '../../_parts/due-why'
import { OutButton } from '../../_parts/out-link'
import { DueFact } from './due-fact'
import styles from './receipt.module.css'

interface Props {
  params: Promise<{ operator: string; token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('receipt')
  return { title: t('title'), robots: { index: false } }
}

/** What a person keeps of their request: its number, its date, and why it is that date. */
export default async function ReceiptPage({ params }: Props) {
  const { operator: slug, token } = await params
  const { ctx, operator } = await publicContext(slug)
  const receipt = await orNotFound(getReceipt(ctx, token))
  const own = await findRequesterContext(slug)
  const asked = own?.reference === receipt.reference ? await orNotFound(getAsked(own.ctx)) : undefined
  const { reference, kind, emailConfirmed, clocks } = receipt
  const unanswered = awaitsAnswer(receipt)
  const locale = await currentLocale()
  const t = await getTranslations('receipt')
  const kinds = await getTranslations('kinds.name')
  return (
    <Inner>
      <div className={styles.card}>
        <p className={styles.done}>
          <Icon name="check" size={22} /> {kinds(kind)}
        </p>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.filed}>{t('filed', { clinic: operator.profile.legalName[locale], when: filedWhen() })}</p>
        <div className={styles.facts}>
          <div>
            <p className={styles.label}>{t('number')}</p>
            <p className={styles.number}>{reference}</p>
            <CopyButton text={reference} label={t('copy')} done={t('copied')} />
          </div>
          <div>
            <DueFact receipt={receipt} locale={locale} />
            <PrintButton label={t('print')} />
          </div>
        </div>
        <p className={styles.keep}>{t('keep')}</p>
      </div>

      {emailConfirmed && (
        <p className={styles.confirmed}>
          <Icon name="check" size={20} /> {t('confirmed')}
        </p>
      )}
      {!emailConfirmed && unanswered && (
        <div className={styles.confirm}>
          <Icon name="email" size={28} />
          <div>
            <h2 className={styles.confirmTitle}>{t('confirmTitle')}</h2>
            <p>{t('confirmText')}</p>
          </div>
        </div>
      )}

      <section className={styles.section} aria-labelledby="asked">
        <h2 id="asked">{t('askedTitle')}</h2>
        {asked ? (
          <Asked asked={asked} profile={operator.profile} locale={locale} />
        ) : (
          <p className={styles.lead}>{t('askedBehindCode')}</p>
        )}
      </section>

      {unanswered && (
        <section className={styles.section} aria-labelledby="why">
          <h2 id="why">{t('whyTitle')}</h2>
          <DueWhy clocks={clocks} locale={locale} />
        </section>
      )}

      <section className={styles.section} aria-labelledby="clocks">
        <h2 id="clocks">{t('clocksTitle')}</h2>
        <p className={styles.lead}>{t('clocksLead')}</p>
        <ClockList clocks={clocks} locale={locale} />
      </section>

      <section className={styles.section} aria-labelledby="next">
        <h2 id="next">{t('nextTitle')}</h2>
        <ol className={styles.next}>
          {unanswered && <li>{t('nextCheck')}</li>}
          {unanswered && <li>{t('nextMail')}</li>}
          {receipt.state !== 'withdrawn' && <li>{t('nextAnswer')}</li>}
          {receipt.state === 'withdrawn' && <li>{t('nextWithdrawn')}</li>}
        </ol>
        <OutButton href={`${paths.findCase(locale, slug)}?number=${reference}`}>{t('toCase')}</OutButton>
      </section>
    </Inner>
  )

  /** An officer registers a day; the hour is known of what came by the portal alone. */
  function filedWhen(): string {
    return receipt.channel === 'portal'
      ? t('filedAt', { when: formatInstant(receipt.receivedAt, locale, operator.timeZone) })
      : formatDate(receipt.receivedOn, locale)
  }
}
