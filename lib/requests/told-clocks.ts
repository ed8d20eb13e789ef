import type { CalendarDate } from '@/lib/core/calendar-date'
import { type ClockFacts, howClockStands } from './verdicts'

/** How every clock of a case stands, as the audit log tells it: "destroy running 2026-12-10". */
export const toldClocks = (clocks: readonly ClockFacts[], today: CalendarDate): string[] =>
  clocks.map((clock) => `${clock.clock} ${howClockStands(clock, today).is} ${clock.dueOn}`)
