import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import type { MessageText } from '@/lib/requests/model'
import caseStyles from './case.module.css'
import styles from './messages.module.css'

interface Props {
  messages: MessageText[]
  isClosed: boolean
  locale: Locale
  timeZone: string
}

export function Messages({ messages, isClosed, locale, timeZone }: Props) {
  const t = useTranslations('case.own')
  if (messages.length === 0) return <p className={caseStyles.soft}>{t(isClosed ? 'noMessagesClosed' : 'noMessages')}</p>
  return (
    <ol className={styles.messages}>
      {messages.map(({ id, author, text, sentAt }) => (
        <li key={id} className={author === 'requester' ? styles.mine : styles.theirs}>
          <p className={styles.author}>
            {author === 'requester' ? t('fromYou') : t('fromClinic')} · {formatInstant(sentAt, locale, timeZone)}
          </p>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ol>
  )
}
