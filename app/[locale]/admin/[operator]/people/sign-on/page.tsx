import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { getProviderDemand } from '@/lib/sign-on/demand-provider'
import { listOwnProviders } from '@/lib/sign-on/providers'
import page from '../../../_ui/page.module.css'
import settings from '../../settings/settings.module.css'
import { add, demand } from './actions'
import { AddForm } from './add-form'
import { DemandForm } from './demand-form'
import { ProviderList } from './provider-list'

interface Props {
  params: Promise<{ operator: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signOn.list')
  return { title: t('title') }
}

/** By whom the clinic's people are signed in, and whether a password still does it. */
export default async function SignOnPage({ params }: Props) {
  const { operator: slug } = await params
  const { ctx } = await staffContext(slug)
  const [providers, demanded, t, locale] = await Promise.all([
    orNotFound(listOwnProviders(ctx)),
    orNotFound(getProviderDemand(ctx)),
    getTranslations('signOn'),
    currentLocale(),
  ])
  const { signOn, people, errors } = messages[locale]
  const forms = { reasons: signOn.reasons, errors: { ...errors, ...signOn.errors } }
  const keeper = demanded.people.find(({ id }) => id === demanded.emergencyStaffId)
  return (
    <>
      <p>
        <a href={paths.people(locale, slug)} className={page.link}>
          <Icon name="back" size={18} />
          {people.list.title}
        </a>
      </p>
      <div className={page.head}>
        <h1>{signOn.list.title}</h1>
      </div>
      <p className={page.intro}>{signOn.list.intro}</p>
      <ProviderList providers={providers} slug={slug} forms={forms} />
      <div className={settings.cards}>
        <section className={settings.card} aria-labelledby="add">
          <h2 id="add">{signOn.add.title}</h2>
          <AddForm action={add.bind(null, slug)} words={signOn.add} forms={forms} />
        </section>
        {(providers.length > 0 || demanded.isDemanded) && (
          <section className={settings.card} aria-labelledby="demand">
            <h2 id="demand">{signOn.demand.title}</h2>
            <p className={settings.hint}>{signOn.demand.intro}</p>
            <p>
              {demanded.isDemanded
                ? t('demand.isOn', { name: keeper?.name ?? signOn.demand.nobody })
                : signOn.demand.isOff}
            </p>
            <DemandForm action={demand.bind(null, slug)} demanded={demanded} words={signOn.demand} forms={forms} />
          </section>
        )}
      </div>
    </>
  )
}
