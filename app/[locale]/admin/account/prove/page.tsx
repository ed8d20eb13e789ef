import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, signedInContext } from '@/app/_server/context'
import { findProvider } from '@/lib/sign-on/providers'
import { officersPath } from '@/lib/core/links'
import { hasRecentProof } from '@/lib/core/recent-proof'
import { messages } from '@/lib/i18n/messages'
import { listOwnPasskeys } from '@/lib/people/passkeys'
import { howToProve } from '@/lib/people/prove-again'
import page from '../../_ui/page.module.css'
import { askPasskey, prove } from './actions'
import { ProveForm } from './prove-form'
import { ProveThrough } from './prove-through'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people.prove')
  return { title: t('title') }
}

interface Props {
  /** `next`: the page that asked for it; `through`: whether a provider has proved it just now. */
  searchParams: Promise<{ next?: string | string[]; through?: string }>
}

/** Who is at the desk? Asked before what cannot be taken back, in a tab of its own, so that nothing typed is left. */
export default async function ProvePage({ searchParams }: Props) {
  const [{ next, through }, ctx, locale] = await Promise.all([searchParams, signedInContext(), currentLocale()])
  const by = await howToProve(ctx)
  const provider = ctx.actor.providerId ? await findProvider(ctx.actor.providerId) : undefined
  const { people, errors, admin } = messages[locale]
  const words = people.prove
  return (
    <>
      <div className={page.head}>
        <h1>{words.title}</h1>
      </div>
      <p className={page.intro}>{words.intro}</p>
      {by === 'provider' && provider ? (
        <ProveThrough
          provider={provider}
          came={
            through === undefined
              ? undefined
              : hasRecentProof(ctx.actor, ctx.now) && through === 'yes'
                ? 'proven'
                : 'failed'
          }
          next={officersPath(next, locale)}
          locale={locale}
        />
      ) : (
        <ProveForm
          action={prove}
          by={by === 'code' ? by : 'password'}
          ask={by === 'code' && (await listOwnPasskeys(ctx)).length > 0 ? askPasskey : undefined}
          words={words}
          labels={{ show: admin.signIn.show, hide: admin.signIn.hide, flood: admin.signIn.flood }}
          errors={{ ...errors, ...people.errors }}
          next={officersPath(next, locale)}
        />
      )}
    </>
  )
}
