import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, installationStaffContext } from '@/app/_server/context'
import { Icon } from '@/app/_ui/icon'
import { clockNames } from '@/db/enums'
import { getStoredYear, listStoredYears } from '@/lib/calendar/stored-year'
import { viewYear } from '@/lib/calendar/year-view'
import { yearOf } from '@/lib/core/calendar-date'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { typeset } from '@/lib/i18n/typeset'
import { listOperators } from '@/lib/operators/queries'
import { labelsOf } from '../_ui/labels'
import page from '../_ui/page.module.css'
import { PrintButton } from '../_ui/print-button'
import { stepDraft } from './actions'
import styles from './calendar.module.css'
import { yearWords } from './words'
import { YearEditor } from './year-editor'
import { YearGrid } from './year-grid'

interface Props {
  searchParams: Promise<{ year?: string; moved?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminDeadlines.calendar')
  return { title: t('title') }
}

export default async function CalendarsPage({ searchParams }: Props) {
  const ctx = await installationStaffContext()
  const asked = await searchParams
  const thisYear = yearOf(ctx.today)
  const year = /^20\d\d$/.test(asked.year ?? '') ? Number(asked.year) : thisYear
  const [years, stored, t, admin, locale, clinics] = await Promise.all([
    listStoredYears(ctx),
    getStoredYear(ctx, year),
    getTranslations('adminDeadlines.calendar'),
    getTranslations('admin'),
    currentLocale(),
    listOperators(),
  ])
  const { storedAt, status, source, days } = stored
  const view = viewYear({ year, status, source }, days)
  const words = yearWords(messages[locale].adminDeadlines.calendar, locale)
  const mayEdit = ctx.actor.role === 'admin'
  const nextYear = (years.at(-1)?.year ?? thisYear) + 1
  const shown = new Set([...years.map((each) => each.year), year])
  return (
    <>
      <div className={page.head}>
        <h1>
          {t('title')} {year}
        </h1>
        <PrintButton label={t('print')} />
        {storedAt &&
          (['csv', 'ics'] as const).map((format) => (
            <a key={format} className={page.button} href={`/api/calendars/${year}.${format}?locale=${locale}`} download>
              <Icon name="download" size={18} />
              {t(format)}
            </a>
          ))}
      </div>
      <nav className={styles.tabs} aria-label={t('years')}>
        {[...shown]
          .sort((a, b) => a - b)
          .map((each) => (
            <a key={each} href={`?year=${each}`} {...(each === year && { 'aria-current': 'page' })}>
              {each}
            </a>
          ))}
        {mayEdit && (
          <form method="get">
            <label>
              {t('add')}
              <input type="number" name="year" min={2000} max={2099} defaultValue={nextYear} required />
            </label>
            <button type="submit" className={page.button}>
              {t('addSubmit')}
            </button>
          </form>
        )}
      </nav>
      {/^\d{1,7}$/.test(asked.moved ?? '') && (
        <p role="status" className={styles.saved}>
          {asked.moved === '0' ? t('savedNone') : t('saved', { n: asked.moved ?? '' })}
        </p>
      )}
      <div className={styles.facts}>
        <p>
          <strong>{t('working', { n: String(view.workingDays) })}</strong>{' '}
          <span className={page.badge} data-tone={status === 'official' ? 'good' : 'overdue'}>
            <Icon name={status === 'official' ? 'check' : 'alert'} size={14} />
            {t(status)}
          </span>
        </p>
        {source && (
          <p className={styles.soft}>
            {t('source')}: {typeset(source)}
          </p>
        )}
        <p className={styles.soft}>
          {t('intro')} {!mayEdit && t('readOnly')}
        </p>
      </div>
      {status === 'provisional' && <p className={styles.note}>{storedAt ? t('provisionalHint') : t('absent')}</p>}
      {mayEdit ? (
        <YearEditor
          // What is stored anew ends the draft that it came from.
          key={`${year} ${storedAt}`}
          action={stepDraft}
          stored={{ view, days, storedAt }}
          words={{
            year: words,
            editor: messages[locale].adminDeadlines.calendar.editor,
            clocks: labelsOf(admin, 'clock', clockNames),
          }}
          clinics={Object.fromEntries(clinics.map(({ slug, profile }) => [slug, profile.name[locale]]))}
          locale={locale}
          today={ctx.today}
          discardHref={`${paths.calendars(locale)}?year=${year}`}
        />
      ) : (
        <YearGrid view={view} words={words} today={ctx.today} />
      )}
    </>
  )
}
