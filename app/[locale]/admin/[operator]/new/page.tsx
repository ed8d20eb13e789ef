import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale, staffContext } from '@/app/_server/context'
import { can } from '@/lib/requests/permissions'
import { writeDate } from '@/lib/text/dates'
import page from '../../_ui/page.module.css'
import { fileByHand } from './actions'
import { ManualFields } from './manual-fields'
import { ManualForm } from './manual-form'
import styles from './manual.module.css'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('manual.title') }
}

export default async function NewRequestPage({ params }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  if (!can(ctx.actor, 'fileByHand')) notFound()
  const [t, errors, locale] = await Promise.all([getTranslations('admin'), getTranslations('errors'), currentLocale()])
  const keys = [
    'required',
    'tooLong',
    'badEmail',
    'badPhone',
    'badDate',
    'nameNeeded',
    'badName',
    'emailLetters',
    'emailEnding',
    'dateIncomplete',
    'dateTooFar',
    'dateAhead',
    'statementNeeded',
    'badChoice',
    'noneChosen',
  ] as const
  return (
    <div className={styles.page}>
      <div className={page.head}>
        <h1>{t('manual.title')}</h1>
      </div>
      <p className={page.intro}>{t('manual.intro')}</p>
      <ManualForm
        action={fileByHand.bind(null, operator.slug)}
        submissionId={randomUUID()}
        initial={{ receivedOn: writeDate(ctx.today) }}
        labels={{ submit: t('manual.submit'), working: t('manual.working') }}
        reasons={{
          invalid: t('reason.invalid'),
          'not-allowed': t('reason.not-allowed'),
          'kind-not-offered': t('manual.notOffered'),
          'upload-expired': t('manual.expired'),
        }}
        errors={{
          ...Object.fromEntries(keys.map((key) => [key, errors(key)])),
          'receipt-in-future': t('manual.receivedInFuture'),
          'receipt-too-old': t('manual.receivedTooOld'),
        }}
      >
        <ManualFields locale={locale} />
      </ManualForm>
    </div>
  )
}
