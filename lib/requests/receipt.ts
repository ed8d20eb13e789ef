import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import type { Context } from '@/lib/core/context'
import { instantAt } from '@/lib/core/zoned'

/** A receipt further back is taken for a slip of the pen. */
const DAYS_BACK = 366

/** When a request came: the local date that its terms are counted from (Civil Code 191), and an instant of that day. */
export interface ReceiptDay {
  on: CalendarDate
  at: Date
}

/**
 * The receipt of what is registered now: this moment, or the day that an officer names because the letter lay since then.
 * Of such a day only the date is known; its noon stands for it. `receivedOn` is empty where no day is named.
 */
export function decideReceipt(
  { now, today }: Pick<Context, 'now' | 'today'>,
  receivedOn: CalendarDate,
  timeZone: string,
): ({ ok: true } & ReceiptDay) | { ok: false; reason: 'receipt-in-future' | 'receipt-too-old' } {
  if (receivedOn === '' || receivedOn === today) return { ok: true, on: today, at: now }
  if (receivedOn > today) return { ok: false, reason: 'receipt-in-future' }
  if (receivedOn < addDays(today, -DAYS_BACK)) return { ok: false, reason: 'receipt-too-old' }
  return { ok: true, on: receivedOn, at: instantAt(receivedOn, '12:00', timeZone) }
}
