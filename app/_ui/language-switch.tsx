'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import type { Locale } from '@/db/enums'

/** Each language by its own name: who looks for it may read no other. */
const names: Record<Locale, string> = { ru: 'Русский', en: 'English' }

interface Props {
  to: Locale
  hint: string
  className?: string
  /** Of a page that answers for another address. */
  path?: string
}

/** The same page in the other language, with what it was asked for. */
export function LanguageSwitch({ to, hint, className, path }: Props) {
  const shown = usePathname()
  const page = (path ?? shown).split('/').slice(2)
  const query = useSearchParams().toString()
  const href = `/${[to, ...page].join('/')}${query && `?${query}`}`
  return (
    <a href={href} hrefLang={to} lang={to} className={className} title={hint}>
      {names[to]}
    </a>
  )
}
