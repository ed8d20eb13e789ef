'use client'

import { usePathname } from 'next/navigation'

interface Props {
  to: string
  label: string
  hint: string
  className?: string
}

/** The same page in the other language. Both names are in the language that the link leads to, or plainly say it. */
export function LanguageSwitch({ to, label, hint, className }: Props) {
  const rest = usePathname().split('/').slice(2).join('/')
  return (
    <a href={rest ? `/${to}/${rest}` : `/${to}`} hrefLang={to} className={className} title={hint}>
      {label}
    </a>
  )
}
