import type { Locale } from '@/db/enums'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatFileSize } from '@/lib/i18n/format'
import type { FileInfo } from '@/lib/requests/model'
import caseStyles from './case.module.css'
import styles from './file-list.module.css'

interface Props {
  title: string
  files: FileInfo[]
  slug: string
  locale: Locale
}

export function FileList({ title, files, slug, locale }: Props) {
  if (files.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className={caseStyles.sectionTitle}>{title}</h3>
      <Files {...{ files, slug, locale }} />
    </section>
  )
}

export function Files({ files, slug, locale }: Omit<Props, 'title'>) {
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={paths.file(slug, id)} download={name} className={styles.file}>
            <Icon name="download" size={20} />
            <span>
              {name} <span className={caseStyles.soft}>{formatFileSize(size, locale)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}
