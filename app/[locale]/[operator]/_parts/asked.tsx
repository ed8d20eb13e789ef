import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import type { Asked as AskedBy } from '@/lib/requests/model'
import { askedRows, contactRows, whoRows } from './asked-rows'
import styles from './asked.module.css'

interface Props {
  asked: AskedBy
  profile: OperatorProfile
  locale: Locale
}

/** What the person has asked for, as they wrote it, and for whom. */
export async function Asked({ asked, profile, locale }: Props) {
  const rows = (
    await Promise.all([askedRows(asked, profile, locale), whoRows(asked, locale), contactRows(asked.contact, locale)])
  ).flat()
  return (
    <dl className={styles.rows}>
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
