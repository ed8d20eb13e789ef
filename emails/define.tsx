import type { ReactElement } from 'react'
import type { Locale } from '@/db/enums'
import { type Letter, paragraph } from './blocks'
import { Layout } from './layout'
import { plainText } from './plain-text'
import { portalName } from './words'

/** `requester` letters are strictly neutral; `staff` letters may name clocks and colleagues, never a requester. */
export type Audience = 'requester' | 'staff'

/**
 * What makes a letter that still waits untrue, so that it is not sent: the request was answered or closed, the answer was
 * read, the reminders that it brings were overtaken, a newer digest left or nothing of this one is due, all that a letter
 * for many tells of is over, or its reader never heard of the request that it has news of.
 */
export type StaleWhen =
  | 'never'
  | 'answered'
  | 'closed'
  | 'answer-read'
  | 'reminders-over'
  | 'digest-over'
  | 'all-told-over'
  | 'never-heard-of'

interface EmailDefinition<Name extends string, Props> {
  name: Name
  audience: Audience
  staleWhen: StaleWhen
  ru: (props: Props) => Letter
  en: (props: NoInfer<Props>) => Letter
  /** Props for tests and previews; invented, with no real address and no real person. */
  sample: NoInfer<Props>
}

/** A template ready to render. All functions are pure: the same props and locale give the same letter. */
export interface Email<Name extends string, Props> {
  name: Name
  audience: Audience
  staleWhen: StaleWhen
  sample: Props
  subject(props: Props, locale: Locale): string
  /** `closing`: paragraphs that the clinic adds of its own. */
  Html(props: Props, locale: Locale, closing?: readonly string[]): ReactElement
  text(props: Props, locale: Locale, closing?: readonly string[]): string
}

const reasons: Record<Audience, Record<Locale, string>> = {
  requester: {
    ru: 'Вы получили это письмо, потому что этот адрес указан в обращении на портале. Если обращение подавали не вы, просто удалите письмо.',
    en: 'You are getting this letter because this address was given in a request on the portal. If you did not file it, please ignore this letter.',
  },
  staff: {
    ru: 'Вы получили это письмо, потому что работаете с обращениями на портале.',
    en: 'You are getting this letter because you work with requests on the portal.',
  },
}

const automatic: Record<Locale, string> = {
  ru: 'Отвечать на письмо не нужно: оно отправлено автоматически.',
  en: 'It was sent automatically; there is no need to reply to it.',
}

/** Builds a template out of one letter per language. */
export function defineEmail<const Name extends string, Props>(
  definition: EmailDefinition<Name, Props>,
): Email<Name, Props> {
  const { name, audience, staleWhen, sample } = definition
  const letterOf = (props: Props, locale: Locale, closing: readonly string[] = []): Letter => {
    const letter = definition[locale](props)
    return { ...letter, blocks: [...letter.blocks, ...closing.map(paragraph)] }
  }
  const footerOf = (letter: Letter, locale: Locale) => `${letter.why ?? reasons[audience][locale]} ${automatic[locale]}`
  return {
    name,
    audience,
    staleWhen,
    sample,
    subject: (props, locale) => letterOf(props, locale).subject,
    Html(props, locale, closing) {
      const letter = letterOf(props, locale, closing)
      return <Layout locale={locale} brand={portalName[locale]} letter={letter} footer={footerOf(letter, locale)} />
    },
    text(props, locale, closing) {
      const letter = letterOf(props, locale, closing)
      return plainText(letter.heading, letter.blocks, `${portalName[locale]}\n${footerOf(letter, locale)}`)
    },
  }
}
