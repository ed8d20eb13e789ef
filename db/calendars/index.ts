import type { CalendarYearData } from './model'
import { ru2024 } from './ru-2024'
import { ru2025 } from './ru-2025'
import { ru2026 } from './ru-2026'
import { ru2027 } from './ru-2027'

export { calendarDays } from './days'
export type { CalendarYearData } from './model'

/** The official production calendars of Russia that come with the product, oldest first. */
export const officialCalendars: readonly CalendarYearData[] = [ru2024, ru2025, ru2026, ru2027]
