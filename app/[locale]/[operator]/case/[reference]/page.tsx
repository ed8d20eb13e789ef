import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { currentLocale, publicContext, requireRequester } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { ActionForm } from '@/app/_ui/form/action-form'
import { SubmissionId } from '@/app/_ui/form/submission-id'
import { TextAreaField } from '@/app/_ui/form/text-field'
import { TypedLanguage } from '@/app/_ui/form/typed-language'
import { Unbroken } from '@/app/_ui/unbroken'
import { Inner } from '@/app/_ui/frame'
import { paths } from '@/lib/core/links'
import { getOwnCase } from '@/lib/requests/queries'
import { awaitsAnswer, isClosed } from '@/lib/requests/rules'
import { Asked } from '../../_parts/asked'
import { ClockList } from '../../_parts/clock-list'
import { DocumentsField } from '../../_parts/documents-field'
import { DueWhy } from '../../_parts/due-why'
import { sendMessageAction, signOutAction } from './actions'
import { AnswerCard } from './_parts/answer-card'
import styles from './_parts/case.module.css'
import { FileList } from './_parts/file-list'
import { Messages } from './_parts/messages'
import { Progress } from './_parts/progress'
import { LeaveForm } from '../../_parts/leave-form'
import { Timeline } from './_parts/timeline'

interface Props {
  params: Promise<{ operator: string; reference: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('case.own')
  return { title: t('about', { reference: (await params).reference }), robots: { index: false } }
}

/** One's own case, behind a one-time code: where it stands, what was written, and the answer. */
export default async function OwnCasePage({ params }: Props) {
  const { operator: slug, reference } = await params
  await publicContext(slug)
  const { ctx, operator } = await requireRequester(slug, reference)
  const { request, asked, clocks, timeline, messages, files, answer } = await orNotFound(getOwnCase(ctx))
  const locale = await currentLocale()
  const t = await getTranslations('case.own')
  const kinds = await getTranslations('kinds.name')
  const receipt = await getTranslations('receipt')
  const { errors } = await getMessages()
  const place = { locale, timeZone: operator.timeZone }
  return (
    <Inner>
      <div className={styles.head}>
        <div>
          <p className={styles.kind}>{kinds(request.kind)}</p>
          <h1 className={styles.title}>
            <Unbroken text={t('about', { reference })} part={reference} />
          </h1>
        </div>
        <LeaveForm action={signOutAction.bind(null, slug)} label={t('signOut')} />
      </div>
      <Progress request={request} clocks={clocks} today={ctx.today} locale={locale} />
      {answer && (
        <AnswerCard
          answer={answer}
          ground={request.ground}
          files={files.filter(({ purpose }) => purpose === 'answer')}
          slug={slug}
          {...place}
        />
      )}
      <div className={styles.columns}>
        <div>
          <section aria-labelledby="asked">
            <h2 id="asked" className={styles.sectionTitle}>
              {receipt('askedTitle')}
            </h2>
            <Asked asked={asked} profile={operator.profile} locale={locale} />
            <p className={styles.soft}>{t(request.emailConfirmedAt ? 'mail.confirmed' : 'mail.unconfirmed')}</p>
          </section>
          <section aria-labelledby="messages">
            <h2 id="messages" className={styles.sectionTitle}>
              {t('messagesTitle')}
            </h2>
            <Messages messages={messages} files={files} slug={slug} isClosed={isClosed(request)} {...place} />
            <ActionForm
              name="message"
              over={
                isClosed(request) && {
                  instead: <p className={styles.soft}>{t('closedReply')}</p>,
                  field: 'text',
                  unsent: t('unsent'),
                }
              }
              beside={<TypedLanguage />}
              action={sendMessageAction.bind(null, slug, reference)}
              words={{
                submit: t('send'),
                sending: t('sending'),
                done: t('sent'),
                errors,
                refused: { closed: t('closedReply') },
              }}
            >
              <SubmissionId given={randomUUID()} />
              <TextAreaField name="text" label={t('reply')} why={t('replyWhy')} />
              <DocumentsField why={t('replyFiles')} locale={locale} />
            </ActionForm>
          </section>
        </div>
        <div>
          <section aria-labelledby="clocks">
            <h2 id="clocks" className={styles.sectionTitle}>
              {t('clocksTitle')}
            </h2>
            <ClockList clocks={clocks} locale={locale} />
            <details className={styles.why}>
              <summary>{receipt('whyTitle')}</summary>
              <DueWhy clocks={clocks} locale={locale} narrow />
            </details>
          </section>
          <FileList
            title={t('filesTitle')}
            files={files.filter(({ purpose, messageId }) => purpose === 'request' && messageId === null)}
            slug={slug}
            locale={locale}
          />
          <section aria-labelledby="timeline">
            <h2 id="timeline" className={styles.sectionTitle}>
              {t('timelineTitle')}
            </h2>
            <Timeline events={timeline} {...place} />
            <p className={styles.soft}>{t('clinicTime')}</p>
          </section>
          {awaitsAnswer(request) && (
            <p className={styles.withdraw}>
              <a href={paths.withdraw(locale, slug, reference)}>{t('withdrawTitle')}</a>
            </p>
          )}
        </div>
      </div>
    </Inner>
  )
}
