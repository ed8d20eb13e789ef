import type { Locale } from '@/db/enums'
import { requestKinds } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { typeset } from '@/lib/i18n/typeset'
import type { TermRule } from '@/lib/operators/term-rules'
import type { AdminWords } from '../../_ui/due-words'
import { DataTable } from '../../_ui/data-table'
import page from '../../_ui/page.module.css'
import tableStyles from '../../_ui/table.module.css'
import styles from './settings.module.css'
import { conditionOf, type TermWords } from './words'

interface Props {
  terms: readonly TermRule[]
  t: TermWords
  admin: AdminWords
  locale: Locale
  slug: string
  mayChange: boolean
}

const columns = ['kind', 'clock', 'amount', 'from', 'extension', 'basis', 'version'] as const

/** The rules in force. Each change is a new version, made on a page of its own by those who may. */
export function TermsTable({ terms, t, admin, locale, slug, mayChange }: Props) {
  const rows = [...terms].sort((a, b) => rank(a) - rank(b) || a.clock.localeCompare(b.clock))
  return (
    <DataTable label={t('title')} head={columns.map((column) => t(`columns.${column}`))}>
      {rows.map((rule) => (
        <tr key={rule.id}>
          <td>
            {admin(`kind.${rule.kind}`)}
            {conditionOf(rule, t, admin) && <span className={styles.soft}>{conditionOf(rule, t, admin)}</span>}
          </td>
          <td>
            {admin(`clock.${rule.clock}`)}
            {mayChange && (
              <div>
                <a href={paths.termRule(locale, slug, rule.id)} className={page.link}>
                  {t('change')}
                  <span className="visually-hidden">{`: ${admin(`kind.${rule.kind}`)}, ${admin(`clock.${rule.clock}`)}`}</span>
                </a>
              </div>
            )}
          </td>
          <td>{t(`amount.${rule.unit}`, { n: rule.amount })}</td>
          <td>
            {t(`from.${rule.countedFrom}`)}
            {rule.rollForward === 'next-working-day' && <span className={styles.soft}>{t('rolls')}</span>}
          </td>
          <td className={tableStyles.nowrap}>
            {rule.extensionAmount === null
              ? t('noExtension')
              : `+ ${t(`amount.${rule.unit}`, { n: rule.extensionAmount })}`}
          </td>
          <td className={styles.basis}>{typeset(rule.legalBasis[locale])}</td>
          <td className={styles.version}>{rule.version}</td>
        </tr>
      ))}
    </DataTable>
  )
}

/** By the order of display of the kinds; the headline clock first. */
const rank = ({ kind, clock }: TermRule) => requestKinds.indexOf(kind) * 2 + Number(clock !== 'response')
