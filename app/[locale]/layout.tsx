import '@/app/_ui/fonts/fonts.css'
import '@/app/_ui/tokens.css'
import '@/app/_ui/base.css'
import type { Metadata, Viewport } from 'next'
import { hasLocale } from 'next-intl'
import { getTranslations, setRequestLocale } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { preloadFonts } from '@/app/_ui/fonts/preload'
import { routing } from '@/app/_ui/i18n/routing'
import { SkipLink } from '@/app/_ui/skip-link'

interface Props {
  children: ReactNode
  params: Promise<{ locale: string }>
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#0f171c' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common')
  return {
    title: { default: t('portalName'), template: `%s · ${t('portalName')}` },
    description: t('portalDescription'),
    // Phone numbers are links already; a registration number is none.
    formatDetection: { telephone: false, email: false, address: false },
  }
}

export default async function RootLayout({ children, params }: Props) {
  const { locale } = await params
  if (!hasLocale(routing.locales, locale)) notFound()
  setRequestLocale(locale)
  preloadFonts(locale)
  const t = await getTranslations('common')
  // Mantine's colour scheme script marks <html> before React takes over.
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <SkipLink>{t('skipToContent')}</SkipLink>
        {children}
      </body>
    </html>
  )
}
