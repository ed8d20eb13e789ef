import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatFileSize } from '@/lib/i18n/format'
import caseStyles from '../case.module.css'
import styles from './files.module.css'
import type { CaseView } from '../view'

export function Files({ view }: { view: CaseView }) {
  const { t, locale, files, slug } = view
  return (
    <section className={caseStyles.card} aria-labelledby="files">
      <h2 id="files">{t('case.files')}</h2>
      {files.length === 0 ? (
        <p className={caseStyles.soft}>{t('case.noFiles')}</p>
      ) : (
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
      )}
    </section>
  )
}
