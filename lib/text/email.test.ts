import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalEmail, cleanEmail, emailFault, emailKey } from './email'

describe('an address that can be sent to', () => {
  it.each([
    ['anna@mail.ru', 'anna@mail.ru'],
    ['Anna.Petrova+clinic@Mail.RU', 'Anna.Petrova+clinic@mail.ru'],
    ["o'brien@mail.ie", "o'brien@mail.ie"],
    ['info@клиника.рф', 'info@xn--80apagcdp.xn--p1ai'],
    ['info@mail.клиника.рф', 'info@mail.xn--80apagcdp.xn--p1ai'],
    ['info@xn--80apagcdp.xn--p1ai', 'info@xn--80apagcdp.xn--p1ai'],
    ['anna@müller.de', 'anna@xn--mller-kva.de'],
    ['anna@例え.テスト', 'anna@xn--r8jz45g.xn--zckzah'],
    ['a@b.museum', 'a@b.museum'],
    ['anna@mail.xn--p1ai', 'anna@mail.xn--p1ai'],
    ['mailto:anna@mail.ru', 'anna@mail.ru'],
    ['Анна Петрова <anna@mail.ru>', 'anna@mail.ru'],
    ['«anna@mail.ru».', 'anna@mail.ru'],
    ['anna@mail. ru', 'anna@mail.ru'],
    ['anna‑p@mail.ru', 'anna-p@mail.ru'],
    ['anna\u200B@mail.ru\u00A0', 'anna@mail.ru'],
    ['ａｎｎａ＠mail。ru', 'anna@mail.ru'],
  ])('%j is sent to %j', (typed, sent) => {
    expect(canonicalEmail(cleanEmail(typed))).toBe(sent)
    expect(emailFault(cleanEmail(typed))).toBeUndefined()
  })

  it('may be as long as SMTP lets it be, counted as it is sent', () => {
    const local = 'a'.repeat(64)
    expect(canonicalEmail(`${local}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.ru`)).toBeDefined()
    expect(canonicalEmail(`${local}a@mail.ru`)).toBeUndefined()
    expect(canonicalEmail(`anna@${'ж'.repeat(61)}.рф`)).toBeUndefined()
  })
})

describe('what no mail can be sent to', () => {
  it.each([
    ...['anna', 'anna@', '@mail.ru', 'anna@localhost', 'anna@mail', 'anna@.ru', 'anna@mail..ru', 'anna@-mail.ru'],
    ...['anna@1.2.3.4', 'anna@[1.2.3.4]', 'anna@mail.123', 'anna@0x7f.1', 'anna@mail.r', 'anna@ma_il.ru'],
    ...['.anna@mail.ru', 'an..na@mail.ru', '"an na"@mail.ru', 'an na@mail.ru', 'anna@mail@mail.ru'],
    ...['a@mail.ru, b@mail.ru', 'a@mail.ru b@mail.ru', 'anna@mail.ru/x', 'anna@mail.ru%0d'],
    ...['anna@mаil.ru', 'anna@gοogle.com'],
  ])('%j', (typed) => expect(emailFault(cleanEmail(typed))).toBe('badEmail'))

  it.each(['анна@mail.ru', 'аnna@mail.ru', 'müller@mail.de', 'анна@почта.рф'])('%j, for its letters', (typed) => {
    expect(emailFault(cleanEmail(typed))).toBe('emailLetters')
  })

  it.each(['anna@mail.ру', 'anna@mail.рф', 'anna@my.gmail.сом'])('%j, for its ending', (typed) => {
    expect(emailFault(cleanEmail(typed))).toBe('emailEnding')
  })

  it('an address in two lines: a header could begin there', () => {
    expect(emailFault(cleanEmail('a@b.example\r\nBcc: c@d.example'))).toBe('badEmail')
    expect(canonicalEmail('a@b.example\r\n')).toBeUndefined()
  })
})

const label = fc.stringMatching(/^[a-z]{1,10}$/)
const domains = fc.constantFrom('клиника.рф', 'müller.de', 'mail.ru', 'почта.бел', 'straße.de')

it('all spellings of one address have one key', () => {
  fc.assert(
    fc.property(label, domains, fc.constantFrom('', ' ', '\u200B', '<'), (local, domain, wrap) => {
      const key = emailKey(`${local}@${domain}`)
      const sent = canonicalEmail(`${local}@${domain}`) ?? ''
      const spellings = [
        sent,
        sent.toUpperCase(),
        `${local.toUpperCase()}@${domain.toUpperCase().replace('SS', 'ẞ')}`,
        `${local}@${domain}`.normalize('NFD'),
        `mailto:${local}@${domain}`,
        wrap === '<' ? `Anna <${local}@${domain}>` : `${wrap}${local}@${domain}${wrap}`,
      ]
      for (const spelling of spellings) expect(emailKey(spelling)).toBe(key)
      expect(emailKey(key)).toBe(key)
    }),
  )
})
