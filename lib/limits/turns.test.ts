import { describe, expect, it } from 'vitest'
import { Turns } from './turns'

const never = new AbortController().signal

describe('Turns', () => {
  it('lets in as many as may run, and each source as many as it may', async () => {
    const turns = new Turns(3, 2)
    const order: string[] = []
    const enter = async (source: string) => {
      const leave = await turns.take(source, never)
      order.push(source)
      return leave
    }
    const [a1, a2] = [await enter('a'), await enter('a')]
    const a3 = enter('a')
    const b1 = await enter('b')
    const c1 = enter('c')
    expect(order).toEqual(['a', 'a', 'b'])
    b1()
    // The third of a has waited longer, and a has two already.
    await c1
    a1()
    await a3
    a2()
    expect(order).toEqual(['a', 'a', 'b', 'c', 'a'])
  })

  it('a newcomer goes before the hundred of another', async () => {
    const turns = new Turns(2, 2)
    const held = [await turns.take('flood', never), await turns.take('flood', never)]
    let floods = 0
    for (let i = 0; i < 100; i += 1) void turns.take('flood', never).then(() => (floods += 1))
    const person = turns.take('person', never)
    for (const leave of held) leave()
    await person
    expect(floods).toBeLessThan(2)
  })

  it('knows whose turn somebody waits for', async () => {
    const turns = new Turns(3, 2)
    const [first] = [await turns.take('a', never), await turns.take('a', never)]
    expect(turns.isAwaited('a')).toBe(false)
    const waits = turns.take('a', never)
    expect([turns.isAwaited('a'), turns.isAwaited('b')]).toEqual([true, false])
    await turns.take('b', never)
    expect(turns.isAwaited('b'), 'all turns are taken').toBe(true)
    first?.()
    await waits
    expect(turns.isAwaited('a')).toBe(false)
  })

  it('whoever leaves the line holds up nobody', async () => {
    const turns = new Turns(1, 1)
    const leave = await turns.take('a', never)
    const gone = new AbortController()
    const given = turns.take('a', gone.signal)
    const next = turns.take('b', never)
    gone.abort(new Error('gone'))
    await expect(given).rejects.toThrow('gone')
    leave()
    expect(await next).toBeTypeOf('function')
    await expect(turns.take('a', gone.signal)).rejects.toThrow('gone')
  })
})
