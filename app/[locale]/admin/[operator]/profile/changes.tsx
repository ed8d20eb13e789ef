import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { messages } from '@/lib/i18n/messages'
import { changesBetween } from '@/lib/operators/profile-changes'
import { choiceWords } from './choice-words'
import styles from './profile.module.css'

interface Props {
  before: OperatorProfile
  after: OperatorProfile
  locale: Locale
}

/** What is said no more, and what is said now, part by part. */
export async function Changes({ before, after, locale }: Props) {
  const t = await getTranslations('profile.changes')
  const { parts, fields } = messages[locale].profile
  const words = choiceWords(locale)
  const labels: Record<string, string> = fields
  const changes = changesBetween(
    before,
    after,
    (choice, value) => words[choice].find(([known]) => known === value)?.[1] ?? value,
  )
  if (changes.length === 0) return <p className={styles.hint}>{t('none')}</p>
  return (
    <dl className={styles.changes}>
      {changes.map(({ part, fields: changed }) => (
        <div key={part}>
          <dt>{parts[part]}</dt>
          {changed.map(({ field, removed, added }) => (
            <dd key={field}>
              {labels[field] && <p>{labels[field]}</p>}
              {removed.map((text) => (
                <p key={text}>
                  <span className="visually-hidden">{t('removed')} </span>
                  <del>{text}</del>
                </p>
              ))}
              {added.map((text) => (
                <p key={text}>
                  <span className="visually-hidden">{t('added')} </span>
                  <ins>{text}</ins>
                </p>
              ))}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
