import type { ProductionCalendar } from '@/lib/calendar/model'
import { isWorkingDay, nextWorkingDay } from '@/lib/calendar/working-days'
import { addDays, type CalendarDate } from '@/lib/core/calendar-date'
import { instantAt, localDate } from '@/lib/core/zoned'
import { between, type Random } from './random'

const MINUTE = 60_000
const hours = { office: [9 * 60 + 10, 17 * 60 + 40], home: [8 * 60, 22 * 60], morning: [8 * 60, 11 * 60] } as const

/** Moments of one request, each after the one before. */
export class Timeline {
  private last = new Date(0)

  constructor(
    private readonly random: Random,
    private readonly place: { timeZone: string; calendar: ProductionCalendar },
  ) {}

  begin(at: Date): Date {
    return (this.last = at)
  }

  /** Some minute of a date, at the time of day when such things happen. */
  on(date: CalendarDate, when: keyof typeof hours): Date {
    const minute = between(this.random, hours[when][0], hours[when][1])
    const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
    const at = new Date(instantAt(date, time, this.place.timeZone).getTime() + between(this.random, 0, 59_999))
    return this.begin(at > this.last ? at : this.soon())
  }

  /** So many days after the last moment; an office waits for its next working day. */
  later(days: number, when: 'office' | 'home'): Date {
    const date = addDays(localDate(this.last, this.place.timeZone), days)
    const closed = when === 'office' && !isWorkingDay(this.place.calendar, date)
    return this.on(closed ? nextWorkingDay(this.place.calendar, date) : date, when)
  }

  /** Within the hour. */
  soon(): Date {
    return this.begin(new Date(this.last.getTime() + between(this.random, 3 * MINUTE, 40 * MINUTE)))
  }
}
