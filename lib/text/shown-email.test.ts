import { expect, it } from 'vitest'
import { maskEmail, shownEmail } from './shown-email'

it.each([
  ['anna.petrova@mail.ru', 'anna.petrova@mail.ru', 'a•••@mail.ru'],
  ['Анна <anna@клиника.рф>', 'anna@клиника.рф', 'a•••@клиника.рф'],
  ['anna@xn--80apagcdp.xn--p1ai', 'anna@клиника.рф', 'a•••@клиника.рф'],
  ['anna@xn--mller-kva.de', 'anna@müller.de', 'a•••@müller.de'],
  ['a@b.museum', 'a@b.museum', 'a•••@b.museum'],
  ['anna', 'anna', 'a•••anna'],
  ['', '', '•••'],
])('%j is shown as %j, and masked as %j', (typed, shown, masked) => {
  expect(shownEmail(typed)).toBe(shown)
  expect(maskEmail(typed)).toBe(masked)
})
