import { render } from '@react-email/render'
import type { Locale } from '@/db/enums'
import { type EmailName, type EmailProps, emails } from '@/emails'

/** A mail in one language, without addresses. `html` and `text` say the same. */
export interface RenderedEmail {
  subject: string
  html: string
  text: string
}

/** Renders a template; the same name, props and locale give the same strings. */
export async function renderEmail<N extends EmailName>(
  name: N,
  props: EmailProps<N>,
  locale: Locale,
): Promise<RenderedEmail> {
  const email = emails[name]
  return {
    subject: email.subject(props, locale),
    html: await render(email.Html(props, locale)),
    text: email.text(props, locale),
  }
}
