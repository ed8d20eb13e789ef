import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { localDate } from '@/lib/core/zoned'
import { formatDateInSentence, formatTime } from '@/lib/i18n/format'
import { KEPT_HOURS, type SavedForm } from '@/lib/saved-forms/model'
import { OutLink } from '../../../_parts/out-link'
import styles from './saved-note.module.css'

interface Props {
  /** The page is to show a saved form. */
  isOpening: boolean
  /** That form, where this browser may still open it. */
  saved: SavedForm | undefined
  slug: string
  locale: Locale
  timeZone: string
}

/** Whether this is a saved form and until when it is kept; else the way to one. */
export function SavedNote({ isOpening, saved, slug, locale, timeZone }: Props) {
  const t = useTranslations('saved')
  const toKey = paths.saved(locale, slug)
  if (!isOpening) {
    return (
      <p className={styles.saved}>
        {t('haveSaved')} <OutLink href={toKey}>{t('link')}</OutLink>
      </p>
    )
  }
  if (!saved) {
    return (
      <p className={styles.note}>
        {t('closed')} <a href={toKey}>{t('again')}</a>
      </p>
    )
  }
  const day = formatDateInSentence(localDate(saved.expiresAt, timeZone), locale)
  const until = `${day}, ${formatTime(saved.expiresAt, locale, timeZone)}`
  return <p className={styles.note}>{t('opened', { until, hours: KEPT_HOURS })}</p>
}
