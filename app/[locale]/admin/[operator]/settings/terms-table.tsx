import type { getTranslations } from 'next-intl/server'
import type { Locale } from '@/db/enums'
import { requestKinds } from '@/db/enums'
import { typeset } from '@/lib/i18n/typeset'
import type { TermRule } from '@/lib/operators/term-rules'
import type { AdminWords } from '../../_ui/due-words'
import page from '../../_ui/page.module.css'
import styles from './settings.module.css'

interface Props {
  terms: readonly TermRule[]
  t: Awaited<ReturnType<typeof getTranslations<'adminDeadlines.settings.terms'>>>
  admin: AdminWords
  locale: Locale
}

const columns = ['kind', 'clock', 'amount', 'from', 'extension', 'basis', 'version'] as const

/** The rules in force, to be read: a profile changes them, and each change is a new version. */
export function TermsTable({ terms, t, admin, locale }: Props) {
  const rows = [...terms].sort((a, b) => rank(a) - rank(b) || a.clock.localeCompare(b.clock))
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('title')}>
      <table className={page.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((rule) => (
            <tr key={rule.id}>
              <td>
                {admin(`kind.${rule.kind}`)}
                {conditionOf(rule, t, admin) && <span className={styles.soft}>{conditionOf(rule, t, admin)}</span>}
              </td>
              <td>{admin(`clock.${rule.clock}`)}</td>
              <td className={page.nowrap}>{t(`amount.${rule.unit}`, { n: rule.amount })}</td>
              <td>
                {t(`from.${rule.countedFrom}`)}
                {rule.rollForward === 'next-working-day' && <span className={styles.soft}>{t('rolls')}</span>}
              </td>
              <td className={page.nowrap}>
                {rule.extensionAmount === null
                  ? t('noExtension')
                  : `+ ${t(`amount.${rule.unit}`, { n: rule.extensionAmount })}`}
              </td>
              <td className={styles.basis}>{typeset(rule.legalBasis[locale])}</td>
              <td className={styles.version}>{rule.version}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** By the order of display of the kinds; the headline clock first. */
const rank = ({ kind, clock }: TermRule) => requestKinds.indexOf(kind) * 2 + Number(clock !== 'response')

/** What of a case the rule holds for, where it is not all of the kind. */
function conditionOf({ ground, scope, requesterType }: TermRule, t: Props['t'], admin: AdminWords): string {
  return [
    ground && admin(`ground.${ground}`),
    scope && admin(`scope.${scope}`),
    requesterType && (requesterType === 'authority' ? t('authority') : admin(`requester.${requesterType}`)),
  ]
    .filter(Boolean)
    .join(', ')
}
