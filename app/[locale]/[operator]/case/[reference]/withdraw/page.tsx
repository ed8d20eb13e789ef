import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { currentLocale, publicContext, requireRequester } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { LinkButton } from '@/app/_ui/button'
import { ActionForm } from '@/app/_ui/form/action-form'
import { Unbroken } from '@/app/_ui/unbroken'
import { paths } from '@/lib/core/links'
import { canWithdraw } from '@/lib/requests/queries'
import { Narrow } from '../../../_parts/narrow'
import { withdrawAction } from '../actions'
import styles from '../_parts/case.module.css'

interface Props {
  params: Promise<{ operator: string; reference: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('case.own')
  return { title: t('withdrawPage.title', { reference: (await params).reference }), robots: { index: false } }
}

/** What taking a request back means, and the button: it cannot be undone, so it takes a step of its own. */
export default async function WithdrawPage({ params }: Props) {
  const { operator: slug, reference } = await params
  await publicContext(slug)
  const [{ ctx }, locale] = await Promise.all([requireRequester(slug, reference), currentLocale()])
  const back = paths.ownCase(locale, slug, reference)
  // There it is shown what became of the request.
  if (!(await orNotFound(canWithdraw(ctx)))) redirect(back)
  const t = await getTranslations('case.own')
  return (
    <Narrow
      icon="consent-withdrawal"
      title={<Unbroken text={t('withdrawPage.title', { reference })} part={reference} />}
    >
      <ul className={styles.means}>
        {(['closed', 'lapsed', 'final', 'mail'] as const).map((what) => (
          <li key={what}>{t(`withdrawPage.${what}`)}</li>
        ))}
      </ul>
      <ActionForm
        name="withdraw"
        action={withdrawAction.bind(null, slug, reference)}
        words={{
          submit: t('withdraw'),
          sending: t('withdrawing'),
          refused: { closed: t('closedReply'), answered: t('answeredWithdraw') },
        }}
      />
      <LinkButton look="quiet" href={back}>
        {t('withdrawPage.keep')}
      </LinkButton>
    </Narrow>
  )
}
