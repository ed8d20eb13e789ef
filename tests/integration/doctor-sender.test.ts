import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { examineSender } from '@/lib/doctor/sender'
import { type Names, startDns } from '../support/dns'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const published = createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64')

const sender = {
  MAIL_FROM: 'rights@mail.clinic.test',
  DKIM_DOMAIN: 'clinic.test',
  DKIM_SELECTOR: 'portal',
  DKIM_PRIVATE_KEY: pem,
}
const good: Names = {
  'mail.clinic.test': ['other=1', 'v=spf1 ip4:203.0.113.5 -all'],
  'portal._domainkey.clinic.test': [`v=DKIM1; k=rsa; p=${published.slice(0, 100)} ${published.slice(100)}`],
  '_dmarc.clinic.test': ['v=DMARC1; p=reject'],
}

const stops: (() => Promise<void>)[] = []
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())))

/** What is found with these names changed, by the check's name. */
async function look(changes: Partial<Names> = {}, given: Parameters<typeof examineSender>[0] = sender) {
  const { resolver, stop } = await startDns({ ...good, ...changes } as Names)
  stops.push(stop)
  return Object.fromEntries((await examineSender(given, resolver)).map((finding) => [finding.check, finding]))
}

describe('the sender in DNS', () => {
  it('is well with a record each, of its own domain or of one above', async () => {
    expect(await look()).toMatchObject({ SPF: { mark: 'ok' }, DKIM: { mark: 'ok' }, DMARC: { mark: 'ok' } })
  })

  it.each([
    ['SPF', { 'mail.clinic.test': undefined }, 'fault', /does not say who may send/],
    ['SPF', { 'mail.clinic.test': ['v=spf10 -all'] }, 'fault', /does not say who may send/],
    ['SPF', { 'mail.clinic.test': ['v=spf1 -all', 'v=spf1 ~all'] }, 'fault', /2 records/],
    ['SPF', { 'mail.clinic.test': ['v=spf1 +all'] }, 'fault', /everybody/],
    ['SPF', { 'mail.clinic.test': ['v=spf1 a all'] }, 'fault', /everybody/],
    ['SPF', { 'mail.clinic.test': 'fault' }, 'unknown', /DNS gave no answer \(ESERVFAIL\)/],
    ['DKIM', { 'portal._domainkey.clinic.test': undefined }, 'fault', /has no key/],
    ['DKIM', { 'portal._domainkey.clinic.test': ['v=DKIM1; p='] }, 'fault', /another key/],
    ['DKIM', { 'portal._domainkey.clinic.test': 'fault' }, 'unknown', /nothing is known/],
    ['DMARC', { '_dmarc.clinic.test': undefined }, 'warning', /does not say/],
    ['DMARC', { '_dmarc.mail.clinic.test': ['v=DMARC1; p=none'] }, 'warning', /p=none/],
    ['DMARC', { '_dmarc.mail.clinic.test': 'fault' }, 'unknown', /nothing is known/],
  ] as const)('%s with %j is a %s', async (check, changes, mark, what) => {
    const { [check]: finding, ...others } = await look(changes as Partial<Names>)
    expect(finding).toMatchObject({ mark, what: expect.stringMatching(what), todo: expect.any(String) })
    expect(Object.values(others).map(({ mark }) => mark)).toEqual(['ok', 'ok'])
  })

  it('says what the key’s record has to be', async () => {
    const { DKIM } = await look({ 'portal._domainkey.clinic.test': undefined })
    expect(DKIM).toMatchObject({ todo: expect.stringContaining(`p=${published}"`) })
  })

  it('does not know whether others sign, and minds a signature that counts for nothing', async () => {
    expect((await look({}, { MAIL_FROM: sender.MAIL_FROM }))['DKIM']).toMatchObject({
      mark: 'warning',
      what: expect.stringContaining('cannot be told'),
    })
    const names = { 'other.test': ['v=spf1 -all'], '_dmarc.other.test': ['v=DMARC1; p=reject'] }
    expect((await look(names, { ...sender, MAIL_FROM: 'rights@other.test' }))['DKIM']).toMatchObject({
      mark: 'warning',
      what: expect.stringContaining('DMARC does not count'),
    })
  })

  it('is unknown, and not bad, where no name server answers', async () => {
    const { resolver, stop } = await startDns({})
    await stop()
    const findings = await examineSender(sender, resolver)
    expect(findings.map(({ check, mark }) => [check, mark])).toEqual([
      ['SPF', 'unknown'],
      ['DKIM', 'unknown'],
      ['DMARC', 'unknown'],
    ])
  })
})
