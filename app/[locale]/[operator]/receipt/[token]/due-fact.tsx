import { useTranslations } from 'next-intl'
import type { Locale } from '@/db/enums'
import { formatDateWithWeekday } from '@/lib/i18n/format'
import { typeset } from '@/lib/i18n/typeset'
import type { Receipt } from '@/lib/requests/model'
import { awaitsAnswer } from '@/lib/requests/rules'
import { answerClock, nextClock } from '@/lib/requests/verdicts'
import { useDutyWords } from '../../_parts/duty-words'
import styles from './receipt.module.css'

/**
 * By when the answer comes, large, with what the date rests on, and what the clinic must do before it; of a request that is
 * answered, withdrawn or overdue nothing is promised.
 */
export function DueFact({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const t = useTranslations('receipt')
  const { duty } = useDutyWords(receipt.clocks, locale)
  const answer = answerClock(receipt.clocks)
  const next = nextClock(receipt.clocks)
  if (!answer) return null
  const isBefore = next && next.id !== answer.id
  return (
    <>
      <p className={styles.label}>{t(label())}</p>
      <p className={styles.due}>{formatDateWithWeekday(answer.stoppedOn ?? answer.dueOn, locale)}</p>
      {answer.stoppedOn === null && <p className={styles.keep}>{typeset(answer.legalBasis[locale])}</p>}
      {isBefore && (
        <p className={styles.keep}>
          {duty(next)}. {typeset(next.legalBasis[locale])}
        </p>
      )}
    </>
  )

  function label() {
    if (awaitsAnswer(receipt)) return answer?.verdict.is === 'overdue' ? 'dueMissed' : 'due'
    return receipt.state === 'withdrawn' ? 'withdrawn' : 'answered'
  }
}
