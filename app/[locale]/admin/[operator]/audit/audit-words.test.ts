import { createTranslator } from 'next-intl'
import { describe, expect, it } from 'vitest'
import { auditActions } from '@/lib/audit/actions'
import { formatDate } from '@/lib/i18n/format'
import { messages } from '@/lib/i18n/messages'
import { auditDetails, auditSentence } from './audit-words'

const wordsOf = (locale: 'ru' | 'en') => createTranslator({ locale, messages: messages[locale], namespace: 'admin' })

/** The facts of an event of a colleague. */
const told = (locale: 'ru' | 'en', data: Record<string, unknown>, concerned = {}) =>
  auditDetails(wordsOf(locale), locale, { actorKind: 'staff', staffName: 'Нина Орлова', data, concerned })

describe.each(['ru', 'en'] as const)('the audit log in %s', (locale) => {
  it.each(auditActions)('has a sentence for %s', (action) => {
    expect(auditSentence(wordsOf(locale), action)).not.toBe(action)
  })
})

describe('auditDetails', () => {
  it('tells the facts of an event in words', () => {
    const data = { clock: 'answer', from: '2026-11-23', to: '2026-11-30' }
    const [from, to] = [formatDate(data.from, 'ru'), formatDate(data.to, 'ru')]
    expect(told('ru', data)).toBe(`Ответ по закону, с ${from} на ${to}`)
    expect(told('en', { by: 'surname', found: 2 })).toBe('by surname, 2 requests found')
  })

  it('tells how each clock stood, and of an old log what it compared with', () => {
    const data = { outcome: 'partly', clocks: ['destroy running 2026-12-10', 'answer missed 2026-12-03'] }
    const words = told('en', data)
    expect(words).toMatch(/Destroy the data 10 Dec, running/)
    expect(words).toMatch(/Answer by law 3 Dec, missed/)
    expect(told('en', { inTime: true })).toBe('within the 30 days')
    const done = { clock: 'destroy', on: '2026-12-09', ending: 'done', verdict: 'kept' }
    expect(told('en', done)).toBe('Destroy the data, done on 9 December 2026, kept')
  })

  it('names whom it is about, but not whoever did it a second time', () => {
    const names = { from: 'Яна Комиссарова', to: 'Глеб Арсеньев' }
    expect(told('ru', { from: 'a', to: 'b' }, names)).toBe('от кого: Яна Комиссарова, кому: Глеб Арсеньев')
    const changed = { role: 'auditor' }
    expect(told('en', changed, { staffId: 'Яна Комиссарова' })).toBe('colleague: Яна Комиссарова, auditor')
    expect(told('en', {}, { staffId: 'Нина Орлова' })).toBe('')
  })

  it('shows no ids and nothing that it does not know', () => {
    expect(told('en', { from: null, to: 'b3c7a1d2', mailId: 'x', odd: 'thing' })).toBe('')
  })
})
