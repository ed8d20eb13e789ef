import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import type { kindForms } from '@/db/kinds/forms'
import type { OfferedKind, OperatorProfile } from '@/db/operators'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import type { TermRule } from '@/lib/operators/term-rules'
import { Contacts } from '../../../_parts/contacts'
import styles from './elsewhere.module.css'

type Told = Extract<(typeof kindForms)[OfferedKind['kind']]['elsewhere'], object>

interface Props {
  told: Told
  profile: OperatorProfile
  slug: string
  locale: Locale
  /** What the clinic's own rule says of how long it takes. */
  term: TermRule | undefined
}

/** What is asked for on no form of the portal: what to write, how it is given, how long it takes, and where to go. */
export async function Elsewhere({ told: { words, instead }, profile, slug, locale, term }: Props) {
  const t = await getTranslations('form.elsewhere')
  const kinds = await getTranslations('kinds')
  return (
    <>
      <dl className={styles.told}>
        <dt>{t('apply')}</dt>
        <dd>{t(`${words}.apply`)}</dd>
        <dt>{t('receive')}</dt>
        <dd>{t(`${words}.receive`)}</dd>
        {term && (
          <>
            <dt>{t('term')}</dt>
            <dd>{t('termFrom', { term: kinds(`term.${term.unit}`, { amount: term.amount }) })}</dd>
          </>
        )}
      </dl>
      <Contacts profile={profile} locale={locale} title={t('contacts')} lead={t('contactsLead')} />
      {profile.kinds.some(({ kind }) => kind === instead) && (
        <p className={styles.instead}>
          {t(`${words}.instead`)}{' '}
          <a href={paths.newRequest(locale, slug, instead)}>
            {kinds(`title.${instead}`)} <Icon name="arrow" size={18} />
          </a>
        </p>
      )}
    </>
  )
}
