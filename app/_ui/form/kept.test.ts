import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetAllKept, forgetKept, forgetOthers, isSame, keep, keptKey, readKept } from './kept'

/** A tab's storage, as the standard has it: entries are properties of their own. */
function newStorage(): Storage {
  const entries: Record<string, string> = {}
  const methods = {
    getItem: (key: string) => entries[key] ?? null,
    setItem: (key: string, value: string) => void (entries[key] = value),
    removeItem: (key: string) => void delete entries[key],
  }
  return new Proxy(entries, {
    get: (_, name) => methods[name as keyof typeof methods] ?? entries[String(name)],
  }) as unknown as Storage
}

const typed = { values: { details: 'Привет', 'categories[]': ['name'] }, files: ['скан.pdf'] }

beforeEach(() => vi.stubGlobal('sessionStorage', newStorage()))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('what a form keeps', () => {
  it('is the same in either language, and another for each person, page and form', () => {
    const key = keptKey('patient', '/ru/imed/new/access', 'filing')
    expect(keptKey('patient', '/en/imed/new/access', 'filing')).toBe(key)
    const others = [
      keptKey('staff:1', '/ru/imed/new/access', 'filing'),
      keptKey('patient', '/ru/imed/new/claim', 'filing'),
      keptKey('patient', '/ru/imed/new/access', 'other'),
    ]
    expect(new Set([key, ...others]).size).toBe(4)
  })

  it('comes back until it is forgotten', () => {
    keep('kept a', typed)
    expect(readKept('kept a')).toEqual(typed)
    forgetKept('kept a')
    expect(readKept('kept a')).toBeUndefined()
  })

  it('is nothing where the form has no fields', () => {
    keep('kept a', { values: {}, files: [] })
    expect(readKept('kept a')).toBeUndefined()
  })

  it('is gone after a night in an open tab', () => {
    vi.useFakeTimers({ now: new Date('2026-12-01T18:00:00Z') })
    keep('kept a', typed)
    vi.setSystemTime(new Date('2026-12-02T05:59:00Z'))
    expect(readKept('kept a')).toEqual(typed)
    vi.setSystemTime(new Date('2026-12-02T06:00:00Z'))
    expect(readKept('kept a')).toBeUndefined()
    expect(Object.keys(sessionStorage)).toEqual([])
  })

  it('does without a storage that is closed or full', () => {
    vi.stubGlobal('sessionStorage', undefined)
    expect(() => keep('kept a', typed)).not.toThrow()
    expect(readKept('kept a')).toBeUndefined()
    expect(() => forgetAllKept()).not.toThrow()
  })
})

describe('at a shared desk', () => {
  const keys = ['staff:1', 'staff:2', 'patient'].map((owner) => keptKey(owner, '/ru/admin/imed/new', 'by-hand'))
  beforeEach(() => keys.forEach((key) => keep(key, typed)))

  it('another officer’s forms end where one’s own begin', () => {
    forgetOthers('staff:2')
    expect(keys.map((key) => readKept(key) !== undefined)).toEqual([false, true, true])
  })

  it('a patient’s page ends no officer’s', () => {
    forgetOthers('patient')
    expect(keys.map((key) => readKept(key) !== undefined)).toEqual([true, true, true])
  })

  it('a sign-out leaves nothing, and what is not a form’s alone', () => {
    sessionStorage.setItem('theirs', '1')
    forgetAllKept()
    expect(Object.keys(sessionStorage)).toEqual(['theirs'])
  })
})

it('two states of a form are the same where every field that both have is', () => {
  const of = (values: Record<string, string | string[]>) => ({ values, files: [] })
  expect(isSame(of({ a: '1', gone: 'x' }), of({ a: '1' }))).toBe(true)
  expect(isSame(of({ 'a[]': ['1', '2'] }), of({ 'a[]': ['1', '2'] }))).toBe(true)
  expect(isSame(of({ 'a[]': ['1'] }), of({ 'a[]': [] }))).toBe(false)
  expect(isSame(of({ a: '' }), of({ a: '1' }))).toBe(false)
})
