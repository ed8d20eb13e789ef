import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { currentLocale, publicContext } from '@/app/_server/context'
import { FormFrame } from '@/app/_ui/form/form-frame'
import { findOperator } from '@/lib/operators/queries'
import { ClinicFrame } from './_parts/clinic-frame'

interface Props {
  children: ReactNode
  params: Promise<{ operator: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const operator = await findOperator((await params).operator)
  if (!operator) return {}
  const locale = await currentLocale()
  const t = await getTranslations('common')
  const name = operator.profile.name[locale]
  return {
    title: { absolute: `${t('personalData')} · ${name}`, template: `%s · ${name}` },
    // What is hidden is found by its address alone, each page of it.
    ...(operator.intake === 'hidden' && { robots: { index: false } }),
  }
}

/** A clinic's pages share its name, its colour and the way to one's own request. */
export default async function OperatorLayout({ children, params }: Props) {
  const { operator } = await publicContext((await params).operator)
  const { common } = await getMessages()
  return (
    <ClinicFrame operator={operator} locale={await currentLocale()}>
      <FormFrame owner="patient" words={{ ...common.forms, again: common.forms.againByCode }}>
        {children}
      </FormFrame>
    </ClinicFrame>
  )
}
