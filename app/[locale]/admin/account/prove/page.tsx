import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, signedInContext } from '@/app/_server/context'
import { officersPath } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { listOwnPasskeys } from '@/lib/people/passkeys'
import { howToProve } from '@/lib/people/prove-again'
import page from '../../_ui/page.module.css'
import { askPasskey, prove } from './actions'
import { ProveForm } from './prove-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.prove')
  return { title: t('title') }
}

interface Props {
  /** `next`: the page that asked for it. */
  searchParams: Promise<{ next?: string | string[] }>
}

/** Who is at the desk? Asked before what cannot be taken back, in a tab of its own, so that nothing typed is left. */
export default async function ProvePage({ searchParams }: Props) {
  const [{ next }, ctx, locale] = await Promise.all([searchParams, signedInContext(), currentLocale()])
  const by = await howToProve(ctx)
  const { people, errors, admin } = messages[locale]
  const words = people.prove
  return (
    <>
      <div className={page.head}>
        <h1>{words.title}</h1>
      </div>
      <p className={page.intro}>{words.intro}</p>
      <ProveForm
        action={prove}
        by={by}
        ask={by === 'code' && (await listOwnPasskeys(ctx)).length > 0 ? askPasskey : undefined}
        words={words}
        labels={{ show: admin.signIn.show, hide: admin.signIn.hide, flood: admin.signIn.flood }}
        errors={{ ...errors, ...people.errors }}
        next={officersPath(next, locale)}
      />
    </>
  )
}
