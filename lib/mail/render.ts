import { render } from '@react-email/render'
import type { Locale } from '@/db/enums'
import { type EmailName, type EmailProps, emails } from '@/emails'

/** A mail in one language, without addresses. `html` and `text` say the same. */
export interface RenderedEmail {
  subject: string
  html: string
  text: string
}

/**
 * Renders a template; the same name, props, locale and closing give the same strings. `closing`: what the clinic adds at the
 * end, which stands in letters to its patients alone, and in none that is for one look (a code).
 */
export async function renderEmail<N extends EmailName>(
  name: N,
  props: EmailProps<N>,
  locale: Locale,
  closing: readonly string[] = [],
): Promise<RenderedEmail> {
  const email = emails[name]
  const own = email.audience === 'requester' && name !== 'one-time-code' ? closing : []
  return {
    subject: email.subject(props, locale),
    html: await render(email.Html(props, locale, own)),
    text: email.text(props, locale, own),
  }
}
