import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { getCalendar } from '@/lib/calendar/queries'
import { getMilestoneSettings } from '@/lib/reminders/queries'
import { getReference } from '@/lib/requests/queries'
import { getCaseOrErasure } from '@/lib/retention/queries'
import { save } from './_letter/actions'
import { AnswerSection } from './_letter/answer-section'
import { Asked } from './_facts/asked'
import styles from './case.module.css'
import { CaseHead } from './_head/case-head'
import { DeadlinePanel } from './_clocks/deadline-panel'
import { EraseLink } from './erase/erase-link'
import { Erased } from './erase/erased'
import { Files } from './_documents/files'
import { LetterForm } from './_letter/letter-form'
import { Messages } from './_conversation/messages'
import { Person } from './_facts/person'
import { Related } from './_facts/related'
import { Timeline } from './_history/timeline'
import { Upcoming } from './_history/upcoming'
import { viewOf } from './view'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

/** The number alone: a tab's title is read over shoulders and kept in histories. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator, id } = await params
  const { ctx } = await staffContext(operator)
  return { title: await orNotFound(getReference(ctx, idFrom(id))) }
}

export default async function RequestPage({ params }: Props) {
  const { operator: slug, id } = await params
  const scope = await staffContext(slug)
  const [found, calendar, reminders, t, errors, locale] = await Promise.all([
    orNotFound(getCaseOrErasure(scope.ctx, idFrom(id))),
    getCalendar(),
    getMilestoneSettings(scope.ctx),
    getTranslations('admin'),
    getTranslations('errors'),
    currentLocale(),
  ])
  if (!('request' in found)) return <Erased scope={scope} found={found} />
  const view = viewOf(scope, found, { t, errors, locale, calendar })
  return (
    <>
      <CaseHead view={view} />
      <DeadlinePanel view={view} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Asked view={view} />
          <LetterForm action={save.bind(null, slug)}>
            <Messages view={view} />
            <AnswerSection view={view} />
          </LetterForm>
        </div>
        <div className={styles.aside}>
          <Person view={view} />
          <Related view={view} />
          <Files view={view} />
          <Upcoming view={view} reminders={reminders} />
          <Timeline view={view} />
          <EraseLink view={view} />
        </div>
      </div>
    </>
  )
}
