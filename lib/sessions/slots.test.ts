import { describe, expect, it } from 'vitest'
import { Slots } from './slots'

/** Works that end when they are told to. */
function works(slots: Slots) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const start = (name: string, first = false) =>
    slots.run(
      () => {
        begun.push(name)
        return new Promise<void>((end) => ends.set(name, end))
      },
      { first },
    )
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  const end = async (name: string) => {
    ends.get(name)?.()
    await settled()
  }
  return { begun, start, end }
}

describe('slots', () => {
  it('let so many run, and the next one when one ends', async () => {
    const { begun, start, end } = works(new Slots(2, 10))
    for (const name of ['a', 'b', 'c', 'd']) void start(name)
    expect(begun).toEqual(['a', 'b'])
    await end('b')
    expect(begun).toEqual(['a', 'b', 'c'])
    await end('a')
    await end('c')
    await end('d')
    void start('e')
    void start('f')
    void start('g')
    expect(begun).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('let the first ones pass those who wait', async () => {
    const { begun, start, end } = works(new Slots(1, 10))
    for (const name of ['a', 'b', 'c']) void start(name)
    void start('known', true)
    await end('a')
    expect(begun).toEqual(['a', 'known'])
  })

  it('are full with the last one that may wait', () => {
    const slots = new Slots(1, 2)
    const { start } = works(slots)
    void start('a')
    void start('b')
    expect(slots.isFull).toBe(false)
    void start('c')
    expect(slots.isFull).toBe(true)
  })

  it('go on after a work that throws', async () => {
    const slots = new Slots(1, 2)
    await expect(slots.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await slots.run(() => Promise.resolve('yes'))).toBe('yes')
  })
})
