import { describe, expect, it } from 'vitest'
import {
  formatDate,
  formatDateInSentence,
  formatDateWithWeekday,
  formatDay,
  formatFileSize,
  formatInstant,
  formatList,
  formatMonth,
  formatWeekday,
} from './format'

// ICU writes some of its blanks unbreakable.
const plain = (text: string) => text.replaceAll(/\s/g, ' ')

describe('dates in words', () => {
  it('name the weekday in both languages', () => {
    expect(plain(formatDateWithWeekday('2026-12-31', 'ru'))).toBe('четверг, 31 декабря 2026 года')
    expect(plain(formatDateWithWeekday('2026-12-31', 'en'))).toBe('Thursday, 31 December 2026')
  })

  it('fit a sentence in any case', () => {
    expect(plain(formatDateInSentence('2026-12-31', 'ru'))).toBe('31 декабря 2026 года (четверг)')
    expect(formatDateInSentence('2026-12-31', 'en')).toBe('31 December 2026 (Thursday)')
  })

  it('are the date itself, whatever the zone of the machine', () => {
    expect(plain(formatDate('2027-01-01', 'ru'))).toBe('1 января 2027 года')
    expect(formatDate('2027-01-01', 'en')).toBe('1 January 2027')
    expect(plain(formatDay('2027-01-01', 'ru'))).toBe('1 янв.')
    expect(formatMonth('2027-01-01', 'en')).toBe('January 2027')
  })

  it('weekdays begin on Monday', () => {
    expect(formatWeekday(1, 'en')).toBe('Mon')
    expect(formatWeekday(7, 'ru')).toBe('вс')
  })

  it('an instant is shown in the zone of the operator', () => {
    const at = new Date('2026-11-30T20:30:00Z')
    expect(plain(formatInstant(at, 'ru', 'Asia/Yekaterinburg'))).toBe('1 декабря 2026 года в 01:30')
    expect(plain(formatInstant(at, 'en', 'Europe/Moscow'))).toBe('30 November 2026 at 23:30')
  })
})

describe('sizes and lists', () => {
  it('sizes in the unit that fits', () => {
    expect(plain(formatFileSize(2_440_000, 'ru'))).toBe('2,4 МБ')
    expect(plain(formatFileSize(310_400, 'en'))).toBe('310 kB')
    expect(plain(formatFileSize(12, 'ru'))).toBe('1 кБ')
  })

  it('lists with the conjunction of the language', () => {
    expect(formatList(['почта', 'SMS', 'звонки'], 'ru')).toBe('почта, SMS и звонки')
    expect(formatList(['e-mail', 'SMS'], 'en')).toBe('e-mail and SMS')
  })
})
