import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { formatFileSize } from '@/lib/i18n/format'
import styles from '../case.module.css'
import type { CaseView } from '../view'

export function Files({ view }: { view: CaseView }) {
  const { t, locale, files, slug } = view
  return (
    <section className={styles.card} aria-labelledby="files">
      <h2 id="files">{t('case.files')}</h2>
      {files.length === 0 ? (
        <p className={styles.soft}>{t('case.noFiles')}</p>
      ) : (
        <ul className={styles.files}>
          {files.map(({ id, name, size }) => (
            <li key={id}>
              <a href={paths.file(slug, id)} download>
                <Icon name="file" size={18} />
                {name}
              </a>
              <span className={styles.soft}>{formatFileSize(size, locale)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
