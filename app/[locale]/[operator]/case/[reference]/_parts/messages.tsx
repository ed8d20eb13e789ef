import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import type { FileInfo, MessageText } from '@/lib/requests/model'
import caseStyles from './case.module.css'
import { Files } from './file-list'
import styles from './messages.module.css'

interface Props {
  messages: MessageText[]
  /** All of the case: each message shows its own. */
  files: FileInfo[]
  slug: string
  isClosed: boolean
  locale: Locale
  timeZone: string
}

export function Messages({ messages, files, slug, isClosed, locale, timeZone }: Props) {
  const filesOf = (id: string) => files.filter(({ messageId }) => messageId === id)
  const t = useTranslations('case.own')
  if (messages.length === 0) return <p className={caseStyles.soft}>{t(isClosed ? 'noMessagesClosed' : 'noMessages')}</p>
  return (
    <ol className={styles.messages}>
      {messages.map(({ id, author, text, sentAt }) => (
        <li key={id} className={author === 'requester' ? styles.mine : styles.theirs}>
          <p className={styles.author}>
            {author === 'requester' ? t('fromYou') : t('fromClinic')} · {formatInstant(sentAt, locale, timeZone)}
          </p>
          {text && <p className={styles.text}>{text}</p>}
          {filesOf(id).length > 0 && <Files files={filesOf(id)} slug={slug} locale={locale} />}
        </li>
      ))}
    </ol>
  )
}
