import type { RecordedClock } from '@/lib/requests/model'
import { isDuty } from '@/lib/requests/verdicts'
import type { CaseView } from '../view'

/** The duties that run on when the answer has left; a refusal ends them. */
export const dutiesLeft = ({ clocks, answer }: Pick<CaseView, 'clocks' | 'answer'>): RecordedClock[] =>
  answer?.outcome === 'refused' ? [] : clocks.filter(({ clock, stoppedOn }) => isDuty(clock) && stoppedOn === null)
