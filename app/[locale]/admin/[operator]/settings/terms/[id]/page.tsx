import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { boundsOf } from '@/lib/operators/law-terms'
import { getTermRule } from '@/lib/operators/queries'
import { termLimits } from '@/lib/operators/schemas'
import page from '../../../../_ui/page.module.css'
import { saveTerm } from '../../actions'
import styles from '../../settings.module.css'
import { conditionOf } from '../../words'
import { TermForm } from './term-form'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminDeadlines.settings.terms')
  return { title: t('edit.title') }
}

/** One rule in its version in force, to be changed. An older version's address leads to the one in force. */
export default async function TermPage({ params }: Props) {
  const { operator: slug, id } = await params
  const { ctx } = await staffContext(slug)
  const [rule, t, admin, locale] = await Promise.all([
    orNotFound(getTermRule(ctx, idFrom(id))),
    getTranslations('adminDeadlines.settings.terms'),
    getTranslations('admin'),
    currentLocale(),
  ])
  const { saved, saving, reasons, errors, terms } = messages[locale].adminDeadlines.settings
  const { units, ...edit } = terms.edit
  const condition = conditionOf(rule, t, admin)
  const back = `${paths.settings(locale, slug)}#terms`
  return (
    <>
      <p>
        <a href={back} className={page.link}>
          <Icon name="back" size={18} />
          {t('edit.back')}
        </a>
      </p>
      <div className={page.head}>
        <h1>{t('edit.title')}</h1>
      </div>
      <p className={page.intro}>{t('edit.intro')}</p>
      <section className={`${styles.card} ${styles.rule}`} aria-labelledby="rule">
        <h2 id="rule">
          {admin(`kind.${rule.kind}`)}: {admin(`clock.${rule.clock}`)}
        </h2>
        {condition && <p className={styles.hint}>{condition}</p>}
        <p className={styles.hint}>
          {t('edit.now', { version: rule.version, term: t(`amount.${rule.unit}`, { n: rule.amount }) })}
        </p>
        <TermForm
          action={saveTerm.bind(null, slug)}
          rule={rule}
          bounds={boundsOf(rule)}
          words={{ ...edit, ...(rule.unit === 'same-day' ? units['calendar-days'] : units[rule.unit]) }}
          forms={{ saved, saving, reasons: { ...reasons, ...edit.reasons }, errors: { ...errors, ...edit.errors } }}
          basisLimit={termLimits.basis}
          cancelHref={back}
        />
      </section>
    </>
  )
}
