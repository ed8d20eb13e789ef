import type { Locale } from '@/db/enums'
import type { OperatorProfile } from '@/db/operators'
import type { Asked as AskedFor } from '@/lib/requests/model'
import { askedRows } from './asked-rows'
import styles from './asked.module.css'

interface Props {
  asked: AskedFor
  profile: OperatorProfile
  locale: Locale
}

/** What the person has asked for, as they wrote it. */
export async function Asked({ asked, profile, locale }: Props) {
  const rows = await askedRows(asked, profile, locale)
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
