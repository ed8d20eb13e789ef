import { useTranslations } from 'next-intl'
import type { ClockName, Locale } from '@/db/enums'
import { formatDateInSentence } from '@/lib/i18n/format'
import type { ExplainedClock } from '@/lib/requests/model'
import { answerClock } from '@/lib/requests/verdicts'

/** Duties that the law makes only where what the person says is so (152-FZ 20(3), 21): the answer decides it. */
const conditions = ['correct', 'destroy', 'stop'] as const satisfies ClockName[]

const hasCondition = (clock: ClockName): clock is (typeof conditions)[number] =>
  conditions.some((conditional) => conditional === clock)

/** What the clinic must do and by when; and under which condition, while nobody has decided whether it holds. */
export function useDutyWords(clocks: readonly ExplainedClock[], locale: Locale) {
  const kinds = useTranslations('kinds')
  const isDecided = answerClock(clocks)?.stoppedOn !== null
  const condition = ({ clock }: ExplainedClock): string =>
    !isDecided && hasCondition(clock) ? `, ${kinds(`onlyIf.${clock}`)}` : ''
  const duty = (clock: ExplainedClock): string =>
    kinds(`${clock.verdict.is === 'overdue' ? 'hadTo' : 'must'}.${clock.clock}`, {
      date: formatDateInSentence(clock.dueOn, locale),
    }) + condition(clock)
  return { condition, duty }
}
