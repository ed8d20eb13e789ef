'use client'

import { usePathname } from 'next/navigation'
import type { Locale } from '@/db/enums'

/** Each language by its own name: who looks for it may read no other. */
const names: Record<Locale, string> = { ru: 'Русский', en: 'English' }

interface Props {
  to: Locale
  hint: string
  className?: string
}

/** The same page in the other language. */
export function LanguageSwitch({ to, hint, className }: Props) {
  const rest = usePathname().split('/').slice(2).join('/')
  return (
    <a href={rest ? `/${to}/${rest}` : `/${to}`} hrefLang={to} lang={to} className={className} title={hint}>
      {names[to]}
    </a>
  )
}
