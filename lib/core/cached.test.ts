import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cached } from './cached'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function counting(name: string) {
  let loads = 0
  return cached(name, async (key) => `${key} ${++loads}`)
}

it('keeps a value of each key for ten seconds', async () => {
  const values = counting('each-key')
  expect(await Promise.all([values.get('a'), values.get('a'), values.get('b')])).toEqual(['a 1', 'a 1', 'b 2'])
  vi.advanceTimersByTime(10_001)
  expect(await values.last('a')).toBe('a 1')
  expect(await values.get('a')).toBe('a 3')
})

it('loads anew what was forgotten, and takes what it is given', async () => {
  const values = counting('forgotten')
  await values.get()
  values.forget()
  expect(values.last()).toBeUndefined()
  expect(await values.get()).toBe(' 2')
  await values.put(Promise.resolve('given'))
  expect(await values.get()).toBe('given')
})

it('keeps no failure, and one value in all copies of a module', async () => {
  let fails = true
  const load = async () => (fails ? Promise.reject(new Error('No database')) : 'there')
  const values = cached('failing', load)
  await expect(values.get()).rejects.toThrow('No database')
  fails = false
  expect(await values.get()).toBe('there')
  expect(await cached('failing', async () => 'another').get()).toBe('there')
})
