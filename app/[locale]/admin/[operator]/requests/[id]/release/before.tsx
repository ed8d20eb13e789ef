import { openQuestions } from '@/lib/correspondence/rules'
import { isDuty } from '@/lib/requests/verdicts'
import { shownEmail } from '@/lib/text/shown-email'
import tableStyles from '../../../../_ui/table.module.css'
import styles from '../case.module.css'
import { dutiesLeft } from '../_duties/duties-left'
import { Facts } from '../_facts/facts'
import type { CaseView } from '../view'

/** What an officer must know before an answer leaves for good: who gets it and how, what is unasked and unshown. */
export function Before({ view }: { view: CaseView }) {
  const { t, personal, request, messages, clocks } = view
  const { subject, representative, authority, contact, identity } = personal
  const questions = openQuestions(messages, clocks)
  const person = representative ?? subject
  const named = [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' ')
  const address = contact.email
    ? `${shownEmail(contact.email)} (${t(request.emailConfirmedAt ? 'case.confirmed' : 'case.unconfirmed')})`
    : t('release.before.noEmail')
  return (
    <section className={styles.card} aria-labelledby="before">
      <h2 id="before">{t('release.before.title')}</h2>
      <Facts
        rows={[
          [t('release.before.recipient'), authority ? authority.name : named],
          [t('release.before.email'), address],
          [t('release.before.language'), t(`case.locale.${request.locale}`)],
          [
            t('release.before.identity'),
            identity.document
              ? t('release.before.identityShown', { document: t(`document.${identity.document}`) })
              : t('release.before.identityNotShown'),
          ],
          [
            t('release.before.powers'),
            representative && (representative.document || t('release.before.powersNotShown')),
          ],
          [
            t('release.before.questions'),
            questions.length === 0 ? (
              t('release.before.noQuestions')
            ) : (
              <ul key="questions" className={tableStyles.lines}>
                {questions.map(({ id, text }) => (
                  <li key={id}>{text}</li>
                ))}
              </ul>
            ),
          ],
          [t('release.before.duties'), dutiesLeft(view).length === 0 && endsWords(view)],
        ]}
      />
    </section>
  )
}

/** With this answer the request closes: nothing was left to do, or a refusal ends what was. */
function endsWords({ t, clocks }: CaseView): string {
  const lapses = clocks.some(({ clock, stoppedOn }) => isDuty(clock) && stoppedOn === null)
  return t(lapses ? 'release.before.lapse' : 'release.before.noDuties')
}
