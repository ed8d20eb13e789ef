import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import type { StaffActor } from '@/lib/core/actor'
import { yearOf } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { exportRegister, listRegister, type RegisterPage } from '@/lib/requests/register'
import page from '../../_ui/page.module.css'
import tableStyles from '../../_ui/table.module.css'
import { PrintButton } from '../../_ui/print-button'
import { RegisterTable } from './register-table'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ year?: string; after?: string; whole?: string }>
}

const FIRST_YEAR = 2020

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('admin')
  return { title: t('register.title') }
}

export default async function RegisterPage({ params, searchParams }: Props) {
  const { ctx, operator } = await staffContext((await params).operator)
  const asked = await searchParams
  const thisYear = yearOf(ctx.today)
  const year = numberIn(asked.year, FIRST_YEAR, thisYear) ?? thisYear
  const after = asked.whole === undefined ? numberIn(asked.after, 1, 999_999) : undefined
  const [{ rows, next }, t, locale] = await Promise.all([
    orNotFound(asked.whole === undefined ? listRegister(ctx, { year, ...(after && { after }) }) : wholeYear(ctx, year)),
    getTranslations('admin'),
    currentLocale(),
  ])
  const isPart = (next ?? after) !== undefined
  return (
    <>
      <div className={page.head}>
        <h1>{t('register.title')}</h1>
        <form method="get" className={page.inline}>
          <label className={page.field}>
            <span className="visually-hidden">{t('register.year')}</span>
            <select name="year" defaultValue={year}>
              {Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, back) => (
                <option key={back}>{thisYear - back}</option>
              ))}
            </select>
          </label>
          <button type="submit" className={page.button}>
            {t('register.show')}
          </button>
        </form>
        {isPart ? (
          <a className={page.button} href={`?year=${year}&whole`}>
            <Icon name="print" size={18} />
            {t('register.whole')}
          </a>
        ) : (
          <PrintButton label={t('register.print')} />
        )}
        <a className={page.button} href={`/api/register/${operator.slug}/${year}?locale=${locale}`}>
          <Icon name="download" size={18} />
          {t('register.export')}
        </a>
      </div>
      <p className={tableStyles.printed}>
        {t('register.book', { operator: operator.profile.legalName[locale], year: String(year) })}
      </p>
      {rows.length === 0 ? (
        <div className={page.empty}>
          <h2>{t('register.empty', { year: String(year) })}</h2>
        </div>
      ) : (
        <RegisterTable rows={rows} slug={operator.slug} locale={locale} t={t} />
      )}
      {isPart && (
        <nav className={page.pages} aria-label={t('queue.pages')}>
          {after && (
            <a className={page.button} href={`?year=${year}`}>
              {t('register.first')}
            </a>
          )}
          {next && (
            <a className={page.button} href={`?year=${year}&after=${next}`} rel="next">
              {t('register.next')}
            </a>
          )}
        </nav>
      )}
    </>
  )
}

/** Every row of the year, for a book on paper: taken as an export is. */
async function wholeYear(ctx: Context<StaffActor>, year: number): Promise<RegisterPage> {
  const rows: RegisterPage['rows'] = []
  for await (const page of exportRegister(ctx, year)) rows.push(...page)
  return { rows, next: undefined }
}

function numberIn(text: string | undefined, from: number, to: number): number | undefined {
  const value = Number(text)
  return Number.isInteger(value) && value >= from && value <= to ? value : undefined
}
