import { describe, expect, it } from 'vitest'
import { redactReply } from './redact'

const known = ['anna.petrova+clinic@mail.example', 'no-reply@portal.example']

describe('redactReply', () => {
  it.each([
    ['550 5.1.1 <anna.petrova+clinic@mail.example>: user unknown', '550 5.1.1 <address>: user unknown'],
    ['550 ANNA.PETROVA@MAIL.EXAMPLE does not exist', '550 <address> does not exist'],
    ['550 no mailbox here by the name of anna.petrova', '550 no mailbox here by the name of <address>'],
    ['550 anna.petrova+clinic=mail.example is over quota', '550 <address> is over quota'],
    ['554 relay to other.person@elsewhere.example denied', '554 relay to <address> denied'],
    ['550 почта иван@пример.рф недоступна', '550 почта <address> недоступна'],
    ['250 2.0.0 Ok: queued as 4BxT9', '250 2.0.0 Ok: queued as 4BxT9'],
  ])('turns %j into %j', (reply, clean) => expect(redactReply(reply, known)).toBe(clean))

  it('is one short line', () => {
    const clean = redactReply(`550-first\r\n550 ${'x'.repeat(500)}`, known)
    expect(clean).toMatch(/^550-first 550 x+$/)
    expect(clean).toHaveLength(300)
  })

  it('does not mangle a reply for a one-letter address', () => {
    expect(redactReply('550 a mailbox is unavailable', ['a@mail.example'])).toBe('550 <address> mailbox is unavailable')
  })
})
