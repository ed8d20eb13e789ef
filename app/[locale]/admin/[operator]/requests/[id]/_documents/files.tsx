import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatFileSize } from '@/lib/i18n/format'
import type { FileInfo } from '@/lib/requests/model'
import caseStyles from '../case.module.css'
import styles from './files.module.css'
import type { CaseView } from '../view'

export function Files({ view }: { view: CaseView }) {
  const { t, files } = view
  return (
    <section className={caseStyles.card} aria-labelledby="files">
      <h2 id="files">{t('case.files')}</h2>
      {files.length === 0 ? (
        <p className={caseStyles.soft}>{t('case.noFiles')}</p>
      ) : (
        <FileLinks files={files} view={view} />
      )}
    </section>
  )
}

export function FileLinks({ files, view: { slug, locale } }: { files: FileInfo[]; view: CaseView }) {
  if (files.length === 0) return null
  return (
    <ul className={styles.files}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={paths.file(slug, id)} download>
            <Icon name="file" size={18} />
            {name}
          </a>
          <span className={caseStyles.soft}>{formatFileSize(size, locale)}</span>
        </li>
      ))}
    </ul>
  )
}
