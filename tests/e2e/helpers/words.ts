import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import formatMessage from '@/app/_ui/i18n/format-message'
import type { Locale } from '@/db/enums'
import { ROOT } from '@/lib/cli/paths'
import type { Messages } from '@/lib/i18n/messages'

/** What the pages say. Read as files: Playwright's loader of modules takes no JSON. */
export const messages: Record<Locale, Messages> = { ru: read('ru'), en: read('en') }

/** A message with values in it, as a page says it. */
export const said = (message: string, values: Record<string, string | number>, locale: Locale = 'ru'): string => {
  const text = formatMessage('', message, values, { locale })
  if (typeof text !== 'string') throw new TypeError('A message with markup in it')
  return text
}

function read(locale: Locale): Messages {
  const folder = join(ROOT, 'lib/i18n/messages', locale)
  const entries = readdirSync(folder).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ])
  return Object.fromEntries(entries) as Messages
}
