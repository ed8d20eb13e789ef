import type { Bilingual } from '../operators/model'
import type { KindTerm } from './model'

type Amount = Pick<KindTerm, 'amount' | 'unit'>
type More = Partial<Pick<KindTerm, 'ground' | 'scope' | 'requesterType' | 'countedFrom' | 'extension'>>

export const workingDays = (amount: number): Amount => ({ amount, unit: 'working-days' })
export const calendarDays = (amount: number): Amount => ({ amount, unit: 'calendar-days' })
export const sameDay: Amount = { amount: 0, unit: 'same-day' }

/** A term that counts from the receipt and cannot be extended, as most are; `more` says what differs. */
export const term = (clock: KindTerm['clock'], amount: Amount, legalBasis: Bilingual, more: More = {}): KindTerm => ({
  ...{ clock, ...amount, legalBasis },
  ...{ countedFrom: 'receipt', extension: null, rollForward: 'none' },
  ...more,
})
