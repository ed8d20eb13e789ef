import { framedLetter } from '@/app/_server/framed-letter'
import { locales } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import { emails } from '@/emails'
import { closingOf } from '@/lib/mail/clinic-closing'
import { renderEmail } from '@/lib/mail/render'
import styles from './part.module.css'

/** A letter to a patient in each language, with what the draft adds to it; its facts are invented. */
export async function LettersPreview({ profile, title }: { profile: OperatorProfile; title: string }) {
  const letters = await Promise.all(
    locales.map(async (locale) => {
      const { sample: invented } = emails['answer-ready']
      const sample = { ...invented, number: invented.number.replace(/^[A-Z]+/, profile.code) }
      const { subject, html } = await renderEmail('answer-ready', sample, locale, closingOf(profile, locale))
      return { locale, subject, html: await framedLetter(html) }
    }),
  )
  return (
    <section className={styles.letters} aria-labelledby="letters">
      <h2 id="letters">{title}</h2>
      <div className={styles.pair}>
        {letters.map(({ locale, subject, html }) => (
          <iframe key={locale} title={subject} lang={locale} srcDoc={html} sandbox="" className={styles.letter} />
        ))}
      </div>
    </section>
  )
}
