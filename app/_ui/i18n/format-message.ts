import compile from 'icu-minify/compile'
import format, { type FormatValues } from 'icu-minify/format'
import type { ReactNode } from 'react'
import type { Locale } from '@/db/enums'

const compiled = new Map<string, ReturnType<typeof compile>>()

const formatters = {
  getDateTimeFormat: remembered(Intl.DateTimeFormat),
  getNumberFormat: remembered(Intl.NumberFormat),
  getPluralRules: remembered(Intl.PluralRules),
}

/**
 * In place of next-intl's own (see next.config), which parses each message anew for every page and looks it up by a key as
 * long as a page. Messages are few and fixed: each is parsed once.
 */
export default function formatMessage(
  key: string,
  message: unknown,
  values: FormatValues<ReactNode> | undefined,
  { locale }: { locale: Locale },
) {
  if (typeof message !== 'string') throw new TypeError(`No message, but a group of them: ${key}`)
  // As next-intl has it: what is asked for without values and holds no markup is plain.
  if (!values && !/'[{}<#|']/.test(message)) return message
  const known = compiled.get(message) ?? compile(message)
  compiled.set(message, known)
  return format<ReactNode>(known, locale, values, { formatters })
}
formatMessage.raw = true

function remembered<O, F>(Formatter: new (locale?: Intl.LocalesArgument, options?: O) => F) {
  const made = new Map<string, F>()
  return (locale?: Intl.LocalesArgument, options?: O): F => {
    const key = `${String(locale)} ${JSON.stringify(options)}`
    const formatter = made.get(key) ?? new Formatter(locale, options)
    made.set(key, formatter)
    return formatter
  }
}
