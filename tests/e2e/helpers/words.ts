import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Locale } from '@/db/enums'
import { ROOT } from '@/lib/cli/paths'
import type { Messages } from '@/lib/i18n/messages'

/** What the pages say. Read as files: Playwright's loader of modules takes no JSON. */
export const messages: Record<Locale, Messages> = { ru: read('ru'), en: read('en') }

function read(locale: Locale): Messages {
  const folder = join(ROOT, 'lib/i18n/messages', locale)
  const entries = readdirSync(folder).map((file) => [
    basename(file, '.json'),
    JSON.parse(readFileSync(join(folder, file), 'utf8')),
  ])
  return Object.fromEntries(entries) as Messages
}
