import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { getClinicLinks } from '@/lib/operators/clinic-links'
import page from '../../../_ui/page.module.css'
import { PrintButton } from '../../../_ui/print-button'
import { QrCode } from '../../../_ui/qr-code'
import styles from './poster.module.css'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ kind?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('links.poster')
  return { title: t('title') }
}

/** A sheet for the front desk, in the language of the page. Without a kind, or with one that is not offered, of the clinic. */
export default async function PosterPage({ params, searchParams }: Props) {
  const [{ operator: slug }, asked] = await Promise.all([params, searchParams])
  const { ctx, operator } = await staffContext(slug)
  const [[own, ...kinds], t, titles, locale] = await Promise.all([
    orNotFound(getClinicLinks(ctx, operator)),
    getTranslations('links.poster'),
    getTranslations('kinds.title'),
    currentLocale(),
  ])
  const { kind, url } = kinds.find((link) => link.kind === asked.kind) ?? own
  const address = url[locale]
  return (
    <>
      <div className={styles.head}>
        <a href={paths.links(locale, slug)} className={page.link}>
          <Icon name="back" size={18} /> {t('back')}
        </a>
        <PrintButton label={t('print')} />
        <p>{t('hint')}</p>
      </div>
      <article className={styles.sheet} data-print="poster">
        <p className={styles.clinic}>{operator.profile.name[locale]}</p>
        <h1>{kind ? titles(kind) : t('heading')}</h1>
        {!kind && (
          <div className={styles.kinds}>
            <p>{t('lead')}</p>
            <ul>
              {kinds.map((link) => (
                <li key={link.kind}>{link.kind && titles(link.kind)}</li>
              ))}
            </ul>
          </div>
        )}
        <QrCode text={address} label={t('qr', { url: address })} className={styles.qr} />
        <p>{t('how')}</p>
        <p className={styles.address}>{address.replace(/^https?:\/\//, '')}</p>
      </article>
    </>
  )
}
