import { preload } from 'react-dom'
import type { Locale } from '@/db/enums'
import latin from './golos-text-latin.woff2'
import russian from './golos-text-russian.woff2'

const files: Record<Locale, string[]> = { ru: [latin, russian], en: [latin] }

/** Has the browser fetch the files of the language at once, before it has read the styles. */
export function preloadFonts(locale: Locale): void {
  for (const file of files[locale]) preload(file, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
}
