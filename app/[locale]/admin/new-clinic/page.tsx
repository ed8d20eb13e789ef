import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { currentLocale, installationStaffContext } from '@/app/_server/context'
import { messages } from '@/lib/i18n/messages'
import page from '../_ui/page.module.css'
import { open } from './actions'
import { OpenForm } from './open-form'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('profile.opening')
  return { title: t('title') }
}

/** Where who runs the installation opens one more clinic. */
export default async function NewClinicPage() {
  const { actor } = await installationStaffContext()
  if (actor.role !== 'admin') notFound()
  const { opening, fields, hints, part, reasons, errors } = messages[await currentLocale()].profile
  return (
    <>
      <div className={page.head}>
        <h1>{opening.title}</h1>
      </div>
      <p className={page.intro}>{opening.intro}</p>
      <OpenForm action={open} words={{ ...opening, fields, hints, part }} forms={{ reasons, errors }} />
    </>
  )
}
