import { getTranslations } from 'next-intl/server'
import page from '../../_ui/page.module.css'
import styles from './queue.module.css'

export default async function LoadingQueue() {
  const t = await getTranslations('admin.queue')
  return (
    <>
      <div className={page.head}>
        <h1>{t('title')}</h1>
      </div>
      <p role="status" className="visually-hidden">
        {t('loading')}
      </p>
      <div className={styles.skeleton} aria-hidden="true" />
    </>
  )
}
