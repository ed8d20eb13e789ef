import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import type { Operator } from '@/lib/operators/queries'
import type { OwnOffer } from '@/lib/people/offers'
import { answer } from './actions'
import styles from './operators.module.css'
import { ButtonForm } from './_ui/button-form'

interface Props {
  offers: readonly (OwnOffer & { operator: Operator })[]
  locale: Locale
}

/** What clinics offer whoever is signed in: to be answered before they work there. */
export async function Offers({ offers, locale }: Props) {
  const [t, admin] = [await getTranslations('people.offers'), await getTranslations('admin')]
  const forms = { reasons: { invalid: t('over'), 'offer-over': t('over') }, errors: {} }
  return (
    <section aria-labelledby="offers" className={styles.offers}>
      <h2 id="offers">{t('title')}</h2>
      <p>{t('intro')}</p>
      <ul className={styles.list}>
        {offers.map(({ operator, role, until }) => (
          <li key={operator.id} className={styles.clinic}>
            <strong>{operator.profile.name[locale]}</strong>
            <span className={styles.role}>{admin(`role.${role}`)}</span>
            <span className={styles.role}>{t('until', { at: formatInstant(until, locale, operator.timeZone) })}</span>
            <div className={styles.answers}>
              {(['accept', 'decline'] as const).map((given) => (
                <ButtonForm
                  key={given}
                  action={answer.bind(null, operator.slug)}
                  ids={{ answer: given, clinic: operator.slug }}
                  forms={forms}
                  labels={{ submit: t(given), working: t('working') }}
                  look={given === 'accept' ? 'main' : 'plain'}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
