import { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { formatInstant } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import type { OwnPasskey } from '@/lib/people/passkeys'
import { ButtonForm } from '../../../_ui/button-form'
import { ACCOUNT_ZONE } from '../../zone'
import { AddPasskey } from './add-passkey'
import { askNewPasskey, dropPasskey, keepPasskey } from './actions'
import styles from '../second-factor.module.css'

/** One's own passkeys, each with a way to remove it, and one more. */
export async function Passkeys({ passkeys, locale }: { passkeys: OwnPasskey[]; locale: Locale }) {
  const t = await getTranslations('people.passkeys')
  const { people, errors } = messages[locale]
  const words = people.passkeys
  const at = (when: Date) => formatInstant(when, locale, ACCOUNT_ZONE)
  return (
    <section className={styles.passkeys} aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p>{words.intro}</p>
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map(({ id, label, createdAt, usedAt }) => (
            <li key={id}>
              <div>
                <strong>{label}</strong>
                <p>
                  {t('since', { at: at(createdAt) })}, {usedAt ? t('used', { at: at(usedAt) }) : words.never}
                </p>
              </div>
              <ButtonForm
                action={dropPasskey}
                ids={{ passkeyId: id }}
                forms={{ reasons: words.reasons, errors }}
                labels={{ submit: words.remove, working: words.removing }}
                look="quiet"
              />
            </li>
          ))}
        </ul>
      )}
      <AddPasskey ask={askNewPasskey} action={keepPasskey} words={words} errors={{ ...errors, ...people.errors }} />
    </section>
  )
}
