import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { currentLocale, staffContext } from '@/app/_server/context'
import { idFrom, orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { erasureGrounds } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { can } from '@/lib/requests/permissions'
import { getHead } from '@/lib/requests/queries'
import { isClosed } from '@/lib/requests/rules'
import page from '../../../../_ui/page.module.css'
import { erase } from './actions'
import styles from '../case.module.css'
import { EraseForm } from './erase-form'

interface Props {
  params: Promise<{ operator: string; id: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { operator, id } = await params
  const [{ ctx }, t] = await Promise.all([staffContext(operator), getTranslations('erasure')])
  return { title: `${t('title')}, ${(await orNotFound(getHead(ctx, idFrom(id)))).reference}` }
}

/** What goes, what stays, and why: the one step before the data of a request are erased. */
export default async function ErasePage({ params }: Props) {
  const { operator: slug, id } = await params
  const { ctx } = await staffContext(slug)
  const [head, t, locale] = await Promise.all([
    orNotFound(getHead(ctx, idFrom(id))),
    getTranslations('erasure'),
    currentLocale(),
  ])
  if (!can(ctx.actor, 'erase', head)) notFound()
  const back = paths.request(locale, slug, head.id)
  if (!isClosed(head) || head.isErased) redirect(back)
  return (
    <div className={styles.single}>
      <a href={back} className={page.link}>
        <Icon name="back" size={18} />
        {t('back', { reference: head.reference })}
      </a>
      <h1>{t('title')}</h1>
      <section className={styles.card} aria-labelledby="goes">
        <h2 id="goes">{t('goes')}</h2>
        <ul className={styles.points}>
          {(['person', 'letters', 'files', 'access', 'search'] as const).map((part) => (
            <li key={part}>{t(`parts.${part}`)}</li>
          ))}
        </ul>
      </section>
      <section className={styles.card} aria-labelledby="stays">
        <h2 id="stays">{t('stays')}</h2>
        <p>{t('staysText', { reference: head.reference })}</p>
      </section>
      <p className={styles.final}>
        <Icon name="alert" size={22} />
        {t('final')}
      </p>
      <EraseForm
        action={erase.bind(null, slug)}
        requestId={head.id}
        grounds={erasureGrounds.map((ground) => ({ value: ground, label: t(`ground.${ground}`) }))}
        words={{
          reasons: {
            'still-open': t('reason.still-open'),
            'not-allowed': t('reason.not-allowed'),
            invalid: t('reason.invalid'),
          },
          errors: { required: t('required') },
        }}
        labels={{
          ground: t('groundLabel'),
          choose: t('choose'),
          sure: t('sure'),
          submit: t('submit'),
          working: t('working'),
        }}
      />
    </div>
  )
}
