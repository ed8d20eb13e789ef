import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { getCalendar } from '@/lib/calendar/queries'
import { paths } from '@/lib/core/links'
import { isComplete } from '@/lib/correspondence/rules'
import { getReference, getRequestCase } from '@/lib/requests/queries'
import page from '../../../../_ui/page.module.css'
import { release } from './actions'
import caseStyles from '../case.module.css'
import styles from './release.module.css'
import { ButtonForm } from '../../../../_ui/button-form'
import { viewOf } from '../view'
import { AsSeen } from './as-seen'
import { Before } from './before'
import { LeftOpen } from './left-open'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator, id } = await params
  const [{ ctx }, t] = await Promise.all([staffContext(operator), getTranslations('admin')])
  return { title: `${t('release.title')}, ${await orNotFound(getReference(ctx, idFrom(id)))}` }
}

/** The saved answer once more, as it will be read; only from here is it sent. */
export default async function ReleasePage({ params }: Props) {
  const { operator: slug, id } = await params
  const scope = await staffContext(slug)
  const [found, calendar, t, errors, locale] = await Promise.all([
    orNotFound(getRequestCase(scope.ctx, idFrom(id))),
    getCalendar(),
    getTranslations('admin'),
    getTranslations('errors'),
    currentLocale(),
  ])
  const view = viewOf(scope, found, { t, errors, locale, calendar })
  const { may, answer, request, personal, forms } = view
  const back = paths.request(locale, slug, request.id)
  if (!may.answer || !answer || !isComplete(request, answer)) redirect(back)
  const theirs = await getTranslations({ locale: request.locale, namespace: 'admin' })
  return (
    <div className={caseStyles.single}>
      <a href={back} className={page.link}>
        <Icon name="back" size={18} />
        {t('release.back')}
      </a>
      <h1>{t('release.title')}</h1>
      <section className={caseStyles.card} aria-labelledby="as-seen">
        <h2 id="as-seen">{t('release.asSeen')}</h2>
        <div className={styles.sheet} lang={request.locale}>
          <p className={caseStyles.soft}>{scope.operator.profile.legalName[request.locale]}</p>
          <p className={caseStyles.name}>{theirs('release.subject', { reference: request.reference })}</p>
          <AsSeen answer={answer} ground={request.ground} locale={request.locale} />
        </div>
      </section>
      <Before view={view} />
      <LeftOpen view={view} />
      <p className={caseStyles.final}>
        <Icon name="alert" size={22} />
        {t(personal.contact.email ? 'release.final' : 'release.finalByPost')}
      </p>
      <ButtonForm
        action={release.bind(null, slug)}
        ids={{ requestId: request.id, version: String(answer.version) }}
        forms={forms}
        labels={{
          submit: t(personal.contact.email ? 'release.submit' : 'release.submitByPost'),
          working: t('release.sending'),
        }}
      />
    </div>
  )
}
