import { cleanCode } from './characters'

const localPart = /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/
/** Checked before the address of a page is made of it, which would drop line breaks and decode %XX. */
const givenDomain = /^[\p{L}\p{M}\p{N}.-]+$/u
const asciiDomain = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,63}|xn--[a-z0-9-]{1,58}[a-z0-9])$/

/** What was meant by what was typed or pasted: "Anna <anna@mail.ru>", "mailto:anna@mail.ru", "anna@mail. ru." */
export function cleanEmail(text: string): string {
  const line = cleanCode(text).normalize('NFKC').replaceAll('。', '.')
  const bare = (/<([^<>]*@[^<>]*)>/.exec(line)?.[1] ?? line)
    .replace(/^\s*(?:mailto|e-?mail|почта|эл\.? ?почта|электронная почта)\s*:\s*/iu, '')
    .replaceAll(/^[\s"'«(]+|[\s"'»),;:.]+$/g, '')
  const at = bare.lastIndexOf('@')
  if (at < 0) return bare
  return `${bare.slice(0, at).trim()}@${bare.slice(at + 1).replaceAll(/\s/g, '')}`
}

/**
 * One bare address (RFC 5321 4.1.2, no quoted local part, no address literal) as it is sent to: its domain in lower-case
 * ASCII (IDNA). Undefined for what no mail can be sent to: a list, a line break, a local part beyond ASCII (the servers on
 * the way would need SMTPUTF8), a domain of one label or one that mixes alphabets.
 */
export function canonicalEmail(address: string): string | undefined {
  const at = address.lastIndexOf('@')
  const local = address.slice(0, Math.max(at, 0))
  const given = address.slice(at + 1)
  if (local.length > 64 || !localPart.test(local) || !givenDomain.test(given)) return undefined
  if (isMixed(given) || isForeignEnding(given)) return undefined
  const host = toAscii(given)
  if (!host || host.length > 253 || !asciiDomain.test(host)) return undefined
  const canonical = `${local}@${host}`
  return canonical.length <= 254 ? canonical : undefined
}

/** What two spellings of one address have in common, for search: no mailbox of this world tells capitals apart. */
export const emailKey = (typed: string): string => {
  const clean = cleanEmail(typed)
  return (canonicalEmail(clean) ?? clean).toLowerCase()
}

/** Why an address is refused, as a key of the `errors` messages; undefined for one that can be sent to. */
export function emailFault(address: string): 'badEmail' | 'emailLetters' | 'emailEnding' | undefined {
  if (canonicalEmail(address)) return undefined
  if (isForeignEnding(address.slice(address.lastIndexOf('@') + 1))) return 'emailEnding'
  const [local = '', domain = '', ...more] = address.split('@')
  const isLetters = /[^\0-\x7F]/.test(local) && !/\s/.test(local) && domain !== '' && more.length === 0
  return isLetters ? 'emailLetters' : 'badEmail'
}

/** A label of Latin with Cyrillic or Greek letters is no domain that a registry gives out: it imitates one. */
const isMixed = (domain: string): boolean =>
  domain
    .split('.')
    .some((label) => /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label))

/** "mail.ру": the registries of Cyrillic endings (.рф, .бел, .қаз) give out Cyrillic names alone. */
const isForeignEnding = (domain: string): boolean => /\p{Script=Latin}\.\p{Script=Cyrillic}+$/u.test(domain)

function toAscii(domain: string): string | undefined {
  try {
    // The one conversion that Node and browsers share.
    return new URL(`http://${domain}`).hostname.toLowerCase()
  } catch {
    return undefined
  }
}
