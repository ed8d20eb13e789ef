import { createTranslator } from 'next-intl'
import { expect, it } from 'vitest'
import { officialCalendar } from '@/lib/calendar/official'
import { messages } from '@/lib/i18n/messages'
import type { QueueRow } from '@/lib/requests/model'
import { queueLines } from './queue-lines'

const t = createTranslator({ locale: 'en', messages: messages.en, namespace: 'admin' })

const row: QueueRow = {
  ...{ id: '1', reference: 'IM-1', kind: 'access', requesterType: 'subject', state: 'in-progress', assigneeName: null },
  ...{ receivedOn: '2026-12-18', responseDueOn: '2027-01-17' },
  ...{ nextDueOn: '2027-01-12', nextClock: 'answer', nextUnit: 'working-days', nextStartedOn: '2026-12-18' },
}

const lineOn = (today: string, change: Partial<QueueRow> = {}) =>
  queueLines([{ ...row, ...change }], { today, calendar: officialCalendar }, 'en', t)[0]

it('counts working days where the next clock runs in them, as the case does', () => {
  expect(lineOn('2026-12-28')?.due).toBe('4 working days left')
  expect(lineOn('2027-01-15')?.due).toBe('3 working days overdue')
  expect(lineOn('2026-12-28', { nextUnit: 'calendar-days' })?.due).toBe('15 days left')
})

it('is never calm beside a date that is past: the ring has the tone of what leads', () => {
  const late = lineOn('2027-01-13')
  expect([late?.tone, late?.ring.tone, late?.ring.day, late?.ring.of]).toEqual(['overdue', 'overdue', 26, 30])
})

it('counts the days of the duty once the answer is given', () => {
  const owed = {
    state: 'answered',
    nextClock: 'destroy',
    nextStartedOn: '2026-12-25',
    nextDueOn: '2027-01-14',
  } as const
  expect(lineOn('2026-12-28', owed)?.ring).toMatchObject({ day: 3, of: 20 })
  expect(lineOn('2026-12-28', owed)?.clock).toBe('Destroy the data by Thu 14 Jan: not done yet')
  expect(lineOn('2026-12-28')?.clock).toBe('Answer by law, Tue 12 Jan')
  const sameDay = { ...owed, nextUnit: 'same-day', nextDueOn: '2026-12-25' } as const
  expect(lineOn('2026-12-28', sameDay)?.ring).toMatchObject({ day: 10, of: 30, tone: 'overdue' })
})
