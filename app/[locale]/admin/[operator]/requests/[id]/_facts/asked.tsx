import { kindForms } from '@/db/kinds/forms'
import { formatList } from '@/lib/i18n/format'
import styles from '../case.module.css'
import { Facts } from './facts'
import type { CaseView } from '../view'

/** What the person asks for, in their own words. */
export function Asked({ view }: { view: CaseView }) {
  const { t, locale, request, personal, operator } = view
  const categories = personal.categories.map(
    (key) => operator.profile.dataCategories.find((category) => category.key === key)?.label[locale] ?? key,
  )
  return (
    <section className={styles.card} aria-labelledby="asked">
      <h2 id="asked">{t('case.asked')}</h2>
      <Facts
        rows={[
          [t('case.groundLabel'), request.ground && t(`ground.${request.ground}`)],
          [t('case.scopeLabel'), request.scope && t(`scope.${request.scope}`)],
          [
            t('case.channelsLabel'),
            request.mailingChannels?.length &&
              formatList(
                request.mailingChannels.map((channel) => t(`mailing.${channel}`)),
                locale,
              ),
          ],
          [t('case.wrong'), personal.correction?.wrong],
          [t('case.right'), personal.correction?.right],
          [
            t('case.categories'),
            kindForms[request.kind].hasCategories &&
              (categories.length > 0 ? formatList(categories, locale) : t('case.allCategories')),
          ],
        ]}
      />
      {personal.details ? (
        <blockquote className={styles.words}>{personal.details}</blockquote>
      ) : (
        <p className={styles.soft}>{t('case.noDetails')}</p>
      )}
    </section>
  )
}
