import { randomUUID } from 'node:crypto'
import type { OpenedClock } from './deadlines'
import type { ClockRow } from './store-clocks'

/** The row of a clock that begins to run: the terms of its rule are copied, so that a later change leaves them alone. */
export function clockRow(requestId: string, operatorId: string, { rule, startedOn, dueOn }: OpenedClock): ClockRow {
  const { clock, amount, unit, countedFrom, legalBasis, extensionAmount, rollForward } = rule
  return {
    ...{ id: randomUUID(), operatorId, requestId, ruleVersion: rule.version },
    ...{ clock, amount, unit, countedFrom, legalBasis, extensionAmount, rollForward, startedOn, dueOn },
    ...{ deadlineVersion: 1, extendedAt: null, stoppedAt: null, stoppedOn: null },
    ...{ ending: null, endedBy: null, note: null },
  }
}
