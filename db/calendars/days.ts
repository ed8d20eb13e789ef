import type { CalendarDay, CalendarYearData } from './model'

const russianDate = (date: string) => date.split('-').reverse().join('.')

/** The days of a year that differ from the plain week, in order: the rows of calendar_day. */
export function calendarDays(data: CalendarYearData): CalendarDay[] {
  const days: CalendarDay[] = [
    ...data.holidays.map(({ date, note }) => ({ date, kind: 'holiday' as const, note })),
    ...data.moved.map(({ from, to }) => ({
      date: to,
      kind: 'day-off' as const,
      note: `Выходной перенесён с ${russianDate(from)}`,
    })),
    ...data.workingSaturdays.map((date) => ({ date, kind: 'working' as const, note: 'Рабочая суббота' })),
  ]
  return days.sort((a, b) => (a.date < b.date ? -1 : 1))
}
