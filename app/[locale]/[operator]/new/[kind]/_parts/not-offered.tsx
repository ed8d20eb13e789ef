import { getTranslations } from 'next-intl/server'
import { Inner } from '@/app/_ui/frame'
import { Icon } from '@/app/_ui/icon'
import type { Locale, RequestKind } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { paths } from '@/lib/core/links'
import { Contacts } from '../../../_parts/contacts'
import styles from './filing.module.css'

interface Props {
  kind: RequestKind
  profile: OperatorProfile
  slug: string
  locale: Locale
}

/** What the clinic takes on no form: it has to take it by the other ways all the same (152-FZ 14, 20, 21). */
export async function NotOffered({ kind, profile, slug, locale }: Props) {
  const [t, kinds, common, contacts] = await Promise.all([
    getTranslations('form.notOffered'),
    getTranslations('kinds.title'),
    getTranslations('common'),
    getTranslations('public.contacts'),
  ])
  return (
    <Inner>
      <a href={paths.operator(locale, slug)} className={styles.back}>
        <Icon name="back" size={18} /> {common('toClinic')}
      </a>
      <h1 className={styles.title}>{kinds(kind)}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <Contacts profile={profile} locale={locale} title={contacts('title')} lead={t('contacts')} />
    </Inner>
  )
}
