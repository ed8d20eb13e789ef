import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale, staffContext } from '@/app/_server/context'
import { orNotFound } from '@/app/_server/page'
import { Icon } from '@/app/_ui/icon'
import { paths } from '@/lib/core/links'
import { getProfileView } from '@/lib/operators/profile-draft'
import { messages } from '@/lib/i18n/messages'
import { markOf, profileValues } from '@/lib/operators/profile-form'
import { profilePartNames, profileParts } from '@/lib/operators/profile-parts'
import page from '../../../_ui/page.module.css'
import { saveLogoFile, savePart } from '../actions'
import { choiceWords } from '../choice-words'
import { AccentScale } from './accent-scale'
import { LettersPreview } from './letters-preview'
import { LogoForm } from './logo-form'
import { PartForm } from './part-form'

interface Props {
  params: Promise<{ operator: string; part: string }>
}

const partIn = (name: string) => profilePartNames.find((part) => part === name) ?? notFound()

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ part }, locale] = [await params, await currentLocale()]
  return { title: messages[locale].profile.parts[partIn(part)] }
}

/** One part of the profile, in both languages. */
export default async function ProfilePartPage({ params }: Props) {
  const { operator: slug, part: name } = await params
  const part = partIn(name)
  const { ctx } = await staffContext(slug)
  const [{ profile }, t, locale] = await Promise.all([
    orNotFound(getProfileView(ctx)),
    getTranslations('profile'),
    currentLocale(),
  ])
  const words = messages[locale].profile
  const values = profileValues(part, profile)
  return (
    <>
      <p>
        <a href={paths.profile(locale, slug)} className={page.link}>
          <Icon name="back" size={18} />
          {t('part.back')}
        </a>
      </p>
      <div className={page.head}>
        <h1>{words.parts[part]}</h1>
      </div>
      <p className={page.intro}>{words.about[part]}</p>
      {part === 'logo' ? (
        <LogoForm
          action={saveLogoFile.bind(null, slug)}
          logo={profile.logo ?? ''}
          seen={markOf(values)}
          words={{ ...words.part, ...words.logo }}
          forms={{ reasons: words.reasons, errors: words.errors }}
        />
      ) : (
        <PartForm
          action={savePart.bind(null, slug)}
          part={part}
          fields={profileParts[part]}
          values={values}
          seen={markOf(values)}
          choices={choiceWords(locale)}
          words={{ ...words.part, fields: words.fields, hints: words.hints }}
          forms={{ reasons: words.reasons, errors: words.errors }}
          locale={locale}
        />
      )}
      {part === 'names' && <AccentScale hue={profile.accentHue} />}
      {part === 'letters' && <LettersPreview profile={profile} title={words.part.inLetter} />}
    </>
  )
}
