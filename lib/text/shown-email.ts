import { domainToUnicode } from 'node:url'
import { cleanEmail } from './email'

/**
 * An address as its owner reads it: a browser turns the domain of a field for e-mail into ASCII ("anna@xn--80apagcdp.xn--p1ai")
 * before it sends it. One that imitates another by mixed alphabets is refused where it is typed.
 */
export function shownEmail(typed: string): string {
  const address = cleanEmail(typed)
  const at = address.lastIndexOf('@') + 1
  const domain = at > 0 ? domainToUnicode(address.slice(at)) : ''
  return domain ? address.slice(0, at) + domain : address
}

/** An address by which its owner knows it, and nobody else: "a•••@mail.ru". */
export function maskEmail(typed: string): string {
  const address = shownEmail(typed)
  const at = address.lastIndexOf('@')
  return `${Array.from(address)[0] ?? ''}•••${address.slice(Math.max(at, 0))}`
}
