import { createPublicKey } from 'node:crypto'
import type { promises } from 'node:dns'
import type { Env } from '@/lib/env'
import { codeOf, fault, type Finding, ok, unknown, warning } from './model'

export type Resolver = Pick<promises.Resolver, 'resolveTxt'>
type Sender = Pick<Env, 'MAIL_FROM'> & Partial<Pick<Env, 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_PRIVATE_KEY'>>

/** What DNS tells the recipients' servers of the sender: whether letters are believed, or end among the unwanted. */
export async function examineSender(sender: Sender, resolver: Resolver): Promise<Finding[]> {
  const domain = sender.MAIL_FROM.split('@').pop()?.toLowerCase() ?? ''
  return Promise.all([
    examineSpf(domain, resolver),
    examineDkim(domain, sender, resolver),
    examineDmarc(domain, resolver),
  ])
}

const NONE = new Set(['ENOTFOUND', 'ENODATA'])

/** The texts of a name, none where it has none; undefined, with the reason told, where DNS gives no answer. */
async function texts(resolver: Resolver, check: string, name: string): Promise<string[] | Finding> {
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''))
  } catch (error) {
    const code = codeOf(error)
    if (NONE.has(code)) return []
    const todo = `Ask from a machine that reaches DNS: dig TXT ${name}`
    return unknown(check, `DNS gave no answer (${code}): nothing is known of ${name}`, todo)
  }
}

async function examineSpf(domain: string, resolver: Resolver): Promise<Finding> {
  const found = await texts(resolver, 'SPF', domain)
  if (!Array.isArray(found)) return found
  const records = found.filter((text) => /^v=spf1( |$)/i.test(text))
  const [record = ''] = records
  if (records.length === 0) {
    const todo = `Publish at ${domain}: TXT "v=spf1 … -all", with the addresses that your mail server sends from`
    return fault('SPF', `${domain} does not say who may send for it`, todo)
  }
  if (records.length > 1) {
    return fault('SPF', `${domain} has ${records.length} records, which counts as none`, 'Leave one of them')
  }
  if (/(^|\s)\+?all\b/i.test(record)) {
    return fault('SPF', `${domain} lets everybody send for it ("all")`, 'End the record with -all')
  }
  // Which address the mail server sends from, only its keeper knows.
  return ok('SPF', `${domain} says who may send; whether your mail server is among them is not tried here: ${record}`)
}

async function examineDkim(domain: string, sender: Sender, resolver: Resolver): Promise<Finding> {
  const { DKIM_DOMAIN: signer, DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: key } = sender
  if (!signer || !selector || !key) {
    const todo = 'Let your mail server sign, or set DKIM_DOMAIN, DKIM_SELECTOR and DKIM_PRIVATE_KEY'
    return warning('DKIM', 'the portal signs no letter; whether your mail server does cannot be told from here', todo)
  }
  const name = `${selector}._domainkey.${signer}`
  const found = await texts(resolver, 'DKIM', name)
  if (!Array.isArray(found)) return found
  const own = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  const publish = `Publish at ${name}: TXT "v=DKIM1; k=rsa; p=${own}"`
  const keys = found
    .map((text) => /(?:^|;)\s*p=([^;]*)/.exec(text)?.[1]?.replace(/\s/g, ''))
    .filter((p) => p !== undefined)
  if (keys.length === 0) return fault('DKIM', `${name} has no key`, publish)
  if (!keys.includes(own)) return fault('DKIM', `${name} has another key than DKIM_PRIVATE_KEY belongs to`, publish)
  if (isAligned(signer.toLowerCase(), domain)) return ok('DKIM', `${name} has the key that letters are signed with`)
  const todo = `Sign for ${domain}, or send from an address of ${signer}`
  return warning('DKIM', `letters from ${domain} are signed for ${signer}, which DMARC does not count`, todo)
}

/** One of both is the other, or stands under it: what DMARC calls relaxed, short of the list of public suffixes. */
const isAligned = (one: string, other: string) =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)

/** Asked at the domain, and at those above it, up to two labels: the first record holds (RFC 7489 6.6.3). */
async function examineDmarc(domain: string, resolver: Resolver): Promise<Finding> {
  const labels = domain.split('.')
  for (let first = 0; first === 0 || first <= labels.length - 2; first += 1) {
    const name = `_dmarc.${labels.slice(first).join('.')}`
    const found = await texts(resolver, 'DMARC', name)
    if (!Array.isArray(found)) return found
    const record = found.find((text) => /^v=DMARC1\s*;/i.test(text))
    if (!record) continue
    const policy = /;\s*p=(\w+)/i.exec(record)?.[1]?.toLowerCase() ?? 'none'
    if (policy === 'none') {
      const todo = 'Once letters pass for some weeks, let p be quarantine or reject'
      return warning('DMARC', `${name} lets letters through that others forge (p=none)`, todo)
    }
    return ok('DMARC', `${name} has forged letters treated as ${policy}`)
  }
  const todo = `Publish at _dmarc.${domain}: TXT "v=DMARC1; p=none; rua=mailto:…", and a stricter p later`
  return warning('DMARC', `${domain} does not say what becomes of letters that others forge`, todo)
}
