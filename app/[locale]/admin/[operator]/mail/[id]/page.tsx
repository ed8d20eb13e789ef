import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { framedLetter } from '@/app/_server/framed-letter'
import { idFrom, orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatInstant } from '@/lib/i18n/format'
import { getMail } from '@/lib/mail/queries'
import page from '../../../_ui/page.module.css'
import { resend } from '../actions'
import styles from '../mail.module.css'
import { ResendForm } from '../resend-form'
import { recipientWords, resendWords, stateTone, whatHappened } from '../words'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminDeadlines.mail')
  return { title: t('frame') }
}

/** One letter and what became of it. The frame runs nothing and leads nowhere. */
export default async function LetterPage({ params }: Props) {
  const { operator: slug, id } = await params
  const { ctx, operator } = await staffContext(slug)
  const [{ row, contents }, t, locale] = await Promise.all([
    orNotFound(getMail(ctx, idFrom(id))),
    getTranslations('adminDeadlines.mail'),
    currentLocale(),
  ])
  const when = (at: Date) => <time dateTime={at.toISOString()}>{formatInstant(at, locale, operator.timeZone)}</time>
  const happened = whatHappened(t, row, (at) => formatInstant(at, locale, operator.timeZone))
  const toRequester = row.recipient.kind === 'requester'
  return (
    <>
      <p>
        <a href={paths.mailLog(locale, slug)} className={page.link}>
          <Icon name="back" size={18} />
          {t('back')}
        </a>
      </p>
      <div className={page.head}>
        <h1>{t(`templates.${row.template}`)}</h1>
        <span className={page.badge} data-tone={stateTone[row.state]}>
          {t(`states.${row.state}`)}
        </span>
      </div>
      <dl className={styles.facts}>
        <dt>{t('columns.recipient')}</dt>
        <dd>{recipientWords(t, row.recipient)}</dd>
        {row.reference && row.requestId && (
          <>
            <dt>{t('columns.request')}</dt>
            <dd>
              <a href={paths.request(locale, slug, row.requestId)}>{row.reference}</a>
            </dd>
          </>
        )}
        {contents.shown && (
          <>
            <dt>{t('subject')}</dt>
            <dd lang={row.locale}>{contents.subject}</dd>
          </>
        )}
        <dt>{t('language')}</dt>
        <dd>{t(`languages.${row.locale}`)}</dd>
        <dt>{t('columns.created')}</dt>
        <dd>{when(row.createdAt)}</dd>
        {row.sentAt && (
          <>
            <dt>{t('sent')}</dt>
            <dd>{when(row.sentAt)}</dd>
          </>
        )}
        {happened && (
          <>
            <dt>{t('columns.state')}</dt>
            <dd>{happened}</dd>
          </>
        )}
        <dt>{t('columns.attempts')}</dt>
        <dd>{row.attempts}</dd>
        {row.lastReply && (
          <>
            <dt>{t('columns.reply')}</dt>
            <dd className={styles.code}>{row.lastReply}</dd>
          </>
        )}
      </dl>
      {row.foldedInto && (
        <p className={styles.note}>
          {t('inOther')} <a href={paths.mailLetter(locale, slug, row.foldedInto)}>{t('openOther')}</a>
        </p>
      )}
      {row.resendable && <ResendForm action={resend.bind(null, slug)} mailId={row.id} {...resendWords(t)} />}
      {contents.shown ? (
        <>
          {toRequester && (
            <p className={styles.note}>
              {t('traced')} {t('links')}
            </p>
          )}
          {!contents.final && <p className={styles.note}>{t(row.state === 'queued' ? 'draft' : 'notSent')}</p>}
          <div className={styles.letter}>
            <section aria-labelledby="as-html">
              <h2 id="as-html">{t('html')}</h2>
              <iframe title={t('frame')} sandbox="" srcDoc={await framedLetter(contents.html)} />
            </section>
            <section aria-labelledby="as-text">
              <h2 id="as-text">{t('text')}</h2>
              <pre lang={row.locale}>{contents.text}</pre>
            </section>
          </div>
        </>
      ) : (
        <p className={styles.note}>{t(`hidden.${contents.why}`)}</p>
      )}
    </>
  )
}
