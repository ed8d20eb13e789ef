import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifyFailure, nextAttemptAt, retryWindow } from './policy'

const MINUTE = 60_000
const firstTriedAt = new Date('2026-12-01T09:00:00Z')
const after = (ms: number) => new Date(firstTriedAt.getTime() + ms)

describe('nextAttemptAt', () => {
  it('comes back soon at first, and every four hours in the end', () => {
    expect(nextAttemptAt(1, firstTriedAt, firstTriedAt)).toEqual(after(MINUTE))
    expect(nextAttemptAt(2, firstTriedAt, after(MINUTE))).toEqual(after(6 * MINUTE))
    expect(nextAttemptAt(7, firstTriedAt, after(600 * MINUTE))).toEqual(after(840 * MINUTE))
    expect(nextAttemptAt(20, firstTriedAt, after(600 * MINUTE))).toEqual(after(840 * MINUTE))
  })

  it('tries a last time at the end of 72 hours, then gives up', () => {
    expect(nextAttemptAt(20, firstTriedAt, after(retryWindow - MINUTE))).toEqual(after(retryWindow))
    expect(nextAttemptAt(21, firstTriedAt, after(retryWindow))).toBeUndefined()
    expect(nextAttemptAt(1, firstTriedAt, after(retryWindow + 1))).toBeUndefined()
  })

  it('refuses a count that does not start with 1', () => {
    expect(() => nextAttemptAt(0, firstTriedAt, firstTriedAt)).toThrow(RangeError)
  })

  it('always moves on, and never past the window', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: retryWindow - 1 }),
        (attempt, elapsed) => {
          const next = nextAttemptAt(attempt, firstTriedAt, after(elapsed))
          expect(next!.getTime()).toBeGreaterThan(after(elapsed).getTime())
          expect(next!.getTime()).toBeLessThanOrEqual(after(retryWindow).getTime())
        },
      ),
    )
  })

  it('gives up within thirty tries', () => {
    let now: Date | undefined = firstTriedAt
    let attempt = 0
    while (now) now = nextAttemptAt(++attempt, firstTriedAt, now)
    expect(attempt).toBe(25)
  })
})

describe('classifyFailure', () => {
  const failure = { dotSent: false }

  it.each([
    [550, 'RCPT TO', 'permanent', 'address-refused'],
    [554, 'DATA', 'permanent', 'letter-refused'],
    [552, 'DATA', 'permanent', 'letter-refused'],
    [450, 'RCPT TO', 'temporary', 'put-off'],
    [452, 'DATA', 'temporary', 'put-off'],
    [421, 'CONN', 'temporary', 'put-off'],
    [550, 'MAIL FROM', 'temporary', 'not-let-in'],
    [554, 'CONN', 'temporary', 'not-let-in'],
    [535, 'AUTH PLAIN', 'temporary', 'not-let-in'],
    [530, 'RCPT TO', 'temporary', 'not-let-in'],
    [503, 'DATA', 'temporary', 'not-let-in'],
  ] as const)('calls %i to %s %s: %s', (replyCode, command, outcome, finding) => {
    expect(classifyFailure({ ...failure, replyCode, command })).toEqual({ outcome, finding })
    expect(classifyFailure({ replyCode, command, dotSent: command === 'DATA' })).toEqual({ outcome, finding })
  })

  it('does not know what became of a message that nobody answered', () => {
    expect(classifyFailure({ ...failure, dotSent: true })).toEqual({ outcome: 'unknown' })
    expect(classifyFailure(failure)).toEqual({ outcome: 'temporary', finding: 'unreachable' })
  })

  it('does not retry what it refuses itself, and says that it was never tried', () => {
    expect(classifyFailure({ ...failure, refusedHere: 'address' })).toEqual({
      outcome: 'permanent',
      finding: 'bad-address',
    })
    expect(classifyFailure({ ...failure, refusedHere: 'letter' })).toMatchObject({ outcome: 'permanent' })
  })
})
