import { getTranslations } from 'next-intl/server'
import { currentLocale, type StaffScope } from '@/app/_server/context'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatDate, formatInstant } from '@/lib/i18n/format'
import type { ErasedRequest } from '@/lib/retention/queries'
import page from '../../../../_ui/page.module.css'
import styles from '../case.module.css'
import { Facts } from '../_facts/facts'

/** All that is left of a request whose data are erased: the line of the register, and when, why and by whom it was done. */
export async function Erased({ scope, found: { head, erasure } }: { scope: StaffScope; found: ErasedRequest }) {
  const { operator } = scope
  const [locale, t, admin] = await Promise.all([currentLocale(), getTranslations('erasure'), getTranslations('admin')])
  const day = (date: string | null) => date && formatDate(date, locale)
  return (
    <div className={styles.single}>
      <a href={paths.register(locale, operator.slug)} className={page.link}>
        <Icon name="back" size={18} />
        {t('toRegister')}
      </a>
      <h1>{head.reference}</h1>
      <section className={styles.card} aria-labelledby="erased">
        <h2 id="erased">{t('erased')}</h2>
        <p className={styles.soft}>{t(erasure ? 'erasedText' : 'keyGone')}</p>
        <Facts
          rows={[
            [t('when'), erasure && formatInstant(erasure.erasedAt, locale, operator.timeZone)],
            [t('why'), erasure && t(`ground.${erasure.ground}`)],
            [t('who'), erasure?.by],
            [t('kind'), admin(`kind.${head.kind}`)],
            [t('received'), day(head.receivedOn)],
            [t('closed'), day(head.closedOn)],
            [t('state'), admin(`state.${head.state}`)],
            [t('outcome'), head.outcome && admin(`outcome.${head.outcome}`)],
          ]}
        />
      </section>
    </div>
  )
}
