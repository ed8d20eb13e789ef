import type { Locale } from '@/db/enums'
import { type Block, button, paragraph } from './blocks'
import { plural } from './words'

/** How long a link is good. */
type Term = { days: number } | { minutes: number }

const inWords = {
  ru: (term: Term) =>
    'days' in term
      ? `${term.days} ${plural('ru', term.days, { one: 'день', few: 'дня', many: 'дней' })}`
      : `${term.minutes} ${plural('ru', term.minutes, { one: 'минуту', few: 'минуты', many: 'минут' })}`,
  en: (term: Term) =>
    'days' in term
      ? `${term.days} ${plural('en', term.days, { one: 'day', other: 'days' })}`
      : `${term.minutes} ${plural('en', term.minutes, { one: 'minute', other: 'minutes' })}`,
}

const words: Record<Locale, { hello: string; term: (term: string) => string; keep: string }> = {
  ru: {
    hello: 'Здравствуйте!',
    term: (term) => `Ссылка действует ${term} и срабатывает один раз.`,
    keep: 'Не пересылайте её никому.',
  },
  en: {
    hello: 'Hello,',
    term: (term) => `The link is valid for ${term} and works once.`,
    keep: 'Do not forward it to anyone.',
  },
}

interface PasswordLink {
  url: string
  term: Term
  /** What the link is for, a paragraph each. */
  why: readonly string[]
  label: string
  /** What to know of it; that it is nobody else's where nothing is said. */
  note?: string
}

/** A letter to somebody with an account, or soon with one: a link by which they choose a password. */
export function passwordLink(locale: Locale, { url, term, why, label, note }: PasswordLink): Block[] {
  const { hello, term: isGood, keep } = words[locale]
  return [
    paragraph(hello),
    ...why.map((text) => paragraph(text)),
    button(label, url),
    paragraph(`${isGood(inWords[locale](term))} ${note ?? keep}`),
  ]
}
