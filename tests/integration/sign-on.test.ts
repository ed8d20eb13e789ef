import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INSTALLATION } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { forgetOperators } from '@/lib/operators/queries'
import { findStaff } from '@/lib/sessions/queries'
import { signInStaff } from '@/lib/sessions/sign-in-staff'
import { addProvider } from '@/lib/sign-on/add-provider'
import { ask, listen, logoutUri, redirectUri } from '@/lib/sign-on/conversation'
import { demandProvider } from '@/lib/sign-on/demand-provider'
import { endProviderSessions } from '@/lib/sign-on/end-sessions'
import { readLogoutToken } from '@/lib/sign-on/logout-token'
import { owesProvider } from '@/lib/sign-on/permissions'
import { proveThrough } from '@/lib/sign-on/prove-through'
import { forgetProviders, listOwnProviders, type Provider } from '@/lib/sign-on/providers'
import { removeProvider } from '@/lib/sign-on/remove-provider'
import { type SignOn, signInThrough } from '@/lib/sign-on/sign-in-through'
import { beginSecondFactor } from '@/lib/people/second-factor'
import { inviteStaff } from '@/lib/people/invite-staff'
import { listPeople } from '@/lib/people/people'
import { clinicOf, staffAt, useDomain } from '../support/domain'
import { type OpenIdProvider, signInThere, startOpenIdProvider } from '../support/openid-provider'

const domain = useDomain()
const NOW = new Date()
const door = () => contextFor({ kind: 'public', operatorId: INSTALLATION }, 'UTC', new Date())
const browser = { deviceTokens: [] }

async function adminOf(slug: string) {
  const admin = await domain.hire(await clinicOf(slug), 'admin')
  return staffAt(admin, NOW)
}

/** Sets a provider up for a clinic, as its admin does. */
async function setUp(slug: string, { issuer, clientId, clientSecret }: Asked): Promise<Provider> {
  const admin = await adminOf(slug)
  const added = await addProvider(admin, { label: 'Учётная запись', issuer, clientId, clientSecret })
  expect(added).toEqual({ ok: true, value: undefined })
  const [provider] = (await listOwnProviders(admin)).filter((row) => row.issuer === issuer)
  if (!provider) throw new Error('Not added')
  return provider
}
type Asked = Pick<OpenIdProvider, 'issuer' | 'clientId' | 'clientSecret'>

const through = async (provider: Provider, answer: { subject: string; email?: string; isVerified?: boolean }) => {
  const given = { providerId: provider.id, isVerified: true, ...answer, ...browser }
  const result = await execute(signInThrough, door(), given)
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

const openedBy = async (value: SignOn) => {
  if (!value.signedIn) throw new Error(`Not signed in: ${value.reason}`)
  const staff = await findStaff(value.session.token, new Date())
  if (!staff) throw new Error('No session')
  return staff
}

describe('a real provider', () => {
  let real: OpenIdProvider
  let provider: Provider
  beforeAll(async () => {
    real = await startOpenIdProvider()
    provider = await setUp('imed', real)
    real.register({ redirect: redirectUri(provider.id), logout: logoutUri(provider.id) })
    real.people.set('anna', { email: 'anna@clinic.example', verified: true })
  })
  afterAll(() => real.close())

  const back = () => redirectUri(provider.id)
  /** Somebody has signed in there and come back; what the portal asked, and what the address brings. */
  const answered = async (isProof = false) => {
    const { url, question } = await ask(provider, isProof)
    return { question, query: (await signInThere(url, 'anna', back())).searchParams }
  }

  it('says who somebody is, with the address that it vouches for', async () => {
    const { question, query } = await answered()
    expect(await listen(provider, query, question)).toEqual({
      ...{ subject: 'anna', email: 'anna@clinic.example', isVerified: true },
      session: expect.any(String),
    })
    // Its answer is good once.
    await expect(listen(provider, query, question)).rejects.toThrow()
  })

  it('asks for the password anew where a proof is asked for', async () => {
    const { question, query } = await answered(true)
    expect(question.isProof).toBe(true)
    expect(await listen(provider, query, question)).toMatchObject({ subject: 'anna' })
  })

  it.each(['state', 'nonce', 'verifier'] as const)('is not believed with another %s', async (part) => {
    const { question, query } = await answered()
    const other = (await ask(provider, false)).question[part]
    await expect(listen(provider, query, { ...question, [part]: other })).rejects.toThrow()
  })
})

describe('a hostile provider', () => {
  let server: Server
  let provider: Provider
  let sign: (claims: JWTPayload) => Promise<string>
  /** What the token endpoint hands out. */
  let token = ''
  const clientId = 'portal'

  beforeAll(async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256')
    const keys = [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }]
    let issuer = ''
    const pages: Record<string, () => object> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/token': () => ({ access_token: 'of no use', token_type: 'Bearer', id_token: token }),
      '/keys': () => ({ keys }),
    }
    server = createServer((req, res) => {
      const page = pages[req.url ?? '']
      if (req.url?.startsWith('/endless')) {
        res.writeHead(200, { 'content-type': 'application/json' })
        const more = () => !res.destroyed && res.write('[' + '0,'.repeat(50_000), () => setImmediate(more))
        more()
        return
      }
      res.writeHead(page ? 200 : 404, { 'content-type': 'application/json' })
      res.end(JSON.stringify(page?.() ?? {}))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    sign = (claims) =>
      new SignJWT({ iss: issuer, aud: clientId, sub: 'eve', ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'one' })
        .setIssuedAt(claims.iat)
        .setExpirationTime(claims.exp ?? '5m')
        .sign(privateKey)
    provider = await setUp('imed', { issuer, clientId, clientSecret: 'known to both' })
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  const now = () => Math.floor(Date.now() / 1000)
  const told = async (make: (nonce: string) => Promise<string> | string) => {
    const { question } = await ask(provider, false)
    token = await make(question.nonce)
    return listen(provider, new URLSearchParams({ code: 'any', state: question.state }), question)
  }

  it('is believed with a token that is right', async () => {
    expect(await told((nonce) => sign({ nonce }))).toMatchObject({ subject: 'eve', isVerified: false })
  })

  it.each<[string, (nonce: string) => Promise<string> | string]>([
    ['of another nonce', () => sign({ nonce: 'other' })],
    ['of no nonce', () => sign({})],
    ['for somebody else', (nonce) => sign({ nonce, aud: 'another portal' })],
    ['of another issuer', (nonce) => sign({ nonce, iss: 'https://other.example' })],
    ['of yesterday', (nonce) => sign({ nonce, iat: now() - 90_000, exp: now() - 86_400 })],
    ['that nobody signed', (nonce) => new UnsecuredJWT({ nonce, sub: 'eve' }).setIssuer('x').encode()],
    ['whose signature was cut', async (nonce) => (await sign({ nonce })).replace(/\.[^.]*$/, '.AAAA')],
  ])('is not believed with a token %s', async (_, make) => {
    await expect(told(make)).rejects.toThrow()
  })

  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} }
  it('ends sessions by a token of logout alone', async () => {
    const jti = randomUUID()
    expect(await readLogoutToken(provider, await sign({ events, jti, sid: 's' }))).toEqual({
      ...{ subject: 'eve', session: 's' },
    })
    for (const claims of [
      ...[{ jti }, { events, jti, nonce: 'n' }, { events: { other: {} }, jti }, { events }],
      ...[
        { events, jti, aud: 'another' },
        { events, jti, iss: 'https://other.example' },
      ],
      { events, jti, iat: now() - 3_600, exp: now() + 3_600 },
    ]) {
      await expect(readLogoutToken(provider, await sign(claims))).rejects.toThrow()
    }
    await expect(readLogoutToken(provider, 'no token')).rejects.toThrow()
  })

  describe('whom it names', () => {
    it('gets in as somebody of the clinic whom the address means, and by the name alone ever after', async () => {
      const clinic = await clinicOf('imed')
      const officer = await domain.hire(clinic)
      const first = await through(provider, { subject: 'first', email: ` ${officer.email.toUpperCase()} ` })
      expect((await openedBy(first)).staffId).toBe(officer.id)
      const again = await through(provider, { subject: 'first', email: 'renamed@clinic.example', isVerified: false })
      expect((await openedBy(again)).staffId).toBe(officer.id)
      // The address now means another person there: no reason to let that one in here.
      const other = await through(provider, { subject: 'second', email: officer.email })
      expect(other).toEqual({ signedIn: false, reason: 'taken' })
    })

    it('is nobody without an invitation, an address that was verified, or of another clinic', async () => {
      const people = async () => (await domain.sql`select count(*)::int as n from staff`)[0]?.['n']
      const before = await people()
      const stranger = { subject: 'stranger', email: 'stranger@clinic.example' }
      expect(await through(provider, stranger)).toEqual({ signedIn: false, reason: 'unknown' })
      expect(await through(provider, { subject: 'nobody' })).toEqual({ signedIn: false, reason: 'unknown' })
      expect(await people()).toBe(before)
      const elsewhere = await domain.hire(await clinicOf('medsystems'))
      const foreign = await through(provider, { subject: 'foreign', email: elsewhere.email })
      expect(foreign).toEqual({ signedIn: false, reason: 'unknown' })
      const officer = await domain.hire(await clinicOf('imed'))
      const unverified = { subject: 'unverified', email: officer.email, isVerified: false }
      expect(await through(provider, unverified)).toEqual({ signedIn: false, reason: 'unverified' })
      await domain.sql`update staff set dismissed_at = now() where id = ${officer.id}`
      const gone = await through(provider, { subject: 'gone', email: officer.email })
      expect(gone).toEqual({ signedIn: false, reason: 'unknown' })
    })

    it('answers an invitation by that, without a password', async () => {
      const admin = await adminOf('imed')
      const email = 'new.person@clinic.example'
      await execute(inviteStaff, admin, { email, name: 'Новый Человек', role: 'officer', locale: 'ru' })
      const states = async () =>
        (await listPeople(admin)).members.filter((member) => member.email === email).map(({ state }) => state)
      expect(await states()).toEqual(['invited'])
      await openedBy(await through(provider, { subject: 'new', email }))
      expect(await states()).toEqual(['active'])
      const [link] = await domain.sql`select ended_at from staff_link join staff on staff.id = staff_id
        where email = ${email}`
      expect(link?.['ended_at']).not.toBeNull()
    })

    it('sees that clinic alone, runs no installation, and changes nothing of the account', async () => {
      const officer = await domain.hire(await clinicOf('imed'))
      const other = await clinicOf('medsystems')
      await domain.sql`insert into staff_membership ${domain.sql({ staff_id: officer.id, operator_id: other.id, role: 'lead' })}`
      await domain.sql`update staff set is_admin = true where id = ${officer.id}`
      const staff = await openedBy(await through(provider, { subject: 'both', email: officer.email }))
      expect(staff).toMatchObject({ isAdmin: false, memberships: [{ operatorId: officer.clinic.id, role: 'officer' }] })
      const { sessionId, providerId } = staff
      const own = staffAt({ ...officer, actor: { ...officer.actor, sessionId, providerId } }, NOW)
      expect(await execute(beginSecondFactor, own, {})).toEqual({ ok: false, reason: 'not-allowed' })
      // The proof once more is of the same person, by the same provider.
      const prove = (subject: string) => execute(proveThrough, own, { providerId: provider.id, subject })
      expect(await prove('both')).toMatchObject({ ok: true })
      expect(await prove('first')).toEqual({ ok: false, reason: 'not-allowed' })
    })

    it('is out once the provider says so', async () => {
      const officer = await domain.hire(await clinicOf('imed'))
      const begin = async (session: string) => {
        const given = { providerId: provider.id, subject: 'out', email: officer.email, isVerified: true, session }
        const result = await execute(signInThrough, door(), { ...given, ...browser })
        if (!result.ok || !result.value.signedIn) throw new Error('Not signed in')
        return result.value.session.token
      }
      const tokens = [await begin('one'), await begin('two'), await begin('three')]
      const end = (named: object) => execute(endProviderSessions, door(), { providerId: provider.id, ...named })
      const isOpen = async () =>
        Promise.all(tokens.map(async (each) => (await findStaff(each, new Date())) !== undefined))
      expect(await end({ session: 'one', subject: 'another' })).toMatchObject({ value: { ended: 0 } })
      expect(await end({ session: 'one' })).toMatchObject({ value: { ended: 1 } })
      expect(await isOpen()).toEqual([false, true, true])
      expect(await end({ subject: 'out' })).toMatchObject({ value: { ended: 2 } })
      expect(await isOpen()).toEqual([false, false, false])
      expect(await end({})).toMatchObject({ ok: false, reason: 'invalid' })
    })
  })

  describe('its clinic', () => {
    it('sets it by an admin with a recent proof, at an address that answers', async () => {
      const asked = { label: 'Вход', issuer: provider.issuer, clientId: 'another', clientSecret: '' }
      for (const role of ['officer', 'auditor', 'lead'] as const) {
        const person = staffAt(await domain.hire(await clinicOf('imed'), role), NOW)
        expect(await addProvider(person, asked)).toEqual({ ok: false, reason: 'not-allowed' })
        expect(await execute(removeProvider, person, { providerId: provider.id })).toMatchObject({ ok: false })
        expect(await execute(demandProvider, person, { emergency: '' })).toMatchObject({ ok: false })
        await expect(listOwnProviders(person)).rejects.toThrow()
      }
      const admin = await adminOf('imed')
      const unproven = { ...admin, actor: { ...admin.actor, provenAt: null } }
      expect(await addProvider(unproven, asked)).toEqual({ ok: false, reason: 'proof-needed' })
      const wrong = async (issuer: string) => addProvider(admin, { ...asked, issuer })
      const bad = { fields: { issuer: ['badIssuer'] } }
      expect(await wrong('sso.clinic.example')).toMatchObject(bad)
      expect(await wrong('http://sso.clinic.example')).toMatchObject(bad)
      expect(await wrong('https://user@sso.clinic.example')).toMatchObject(bad)
      expect(await wrong(`${provider.issuer}/nowhere`)).toMatchObject({ fields: { issuer: ['issuerSilent'] } })
      expect(await wrong(`${provider.issuer}/endless`)).toMatchObject({ fields: { issuer: ['issuerSilent'] } })
      const { clientId: same, issuer } = provider
      expect(await addProvider(admin, { ...asked, issuer, clientId: same })).toEqual({ ok: false, reason: 'there' })
      const elsewhere = await adminOf('medsystems')
      await expect(execute(removeProvider, elsewhere, { providerId: provider.id })).rejects.toThrow()
      expect(await listOwnProviders(elsewhere)).toEqual([])
      const [row] = await domain.sql`select client_secret from provider where id = ${provider.id}`
      expect(String(row?.['client_secret'])).not.toContain('known to both')
    })

    it('may take passwords no more, but for one account', async () => {
      const admin = await adminOf('imed')
      const clinic = await clinicOf('imed')
      const [keeper, officer] = [
        await domain.hire(clinic, 'lead', 'the keeper of it'),
        await domain.hire(clinic, 'officer', 'one of the others'),
      ]
      const trying = async (email: string, password: string) => {
        const tried = await signInStaff(door(), { email, password }, { source: '192.0.2.1', ...browser })
        return tried.ok ? (tried.value.signedIn ? 'in' : tried.value.reason) : tried.reason
      }
      expect(await trying(officer.email, 'one of the others')).toBe('in')
      expect(await execute(demandProvider, admin, { emergency: randomUUID() })).toMatchObject({ reason: 'invalid' })
      expect(await execute(demandProvider, admin, { emergency: keeper.id })).toMatchObject({ ok: true })
      expect(await execute(demandProvider, admin, { emergency: keeper.id })).toEqual({ ok: false, reason: 'same' })
      forgetOperators()
      expect(await trying(officer.email, 'one of the others')).toBe('provider')
      expect(await trying(officer.email, 'a wrong one')).toBe('wrong')
      expect(await trying(keeper.email, 'the keeper of it')).toBe('in')
      const demand = await clinicOf('imed')
      const session = { staffId: officer.id, isAdmin: false, providerId: null }
      expect(owesProvider(session, demand)).toBe(true)
      expect(owesProvider({ ...session, providerId: provider.id }, demand)).toBe(false)
      expect(owesProvider({ ...session, isAdmin: true }, demand)).toBe(false)
      expect(owesProvider({ ...session, staffId: keeper.id }, demand)).toBe(false)
      // Its last provider stays while nobody would get in without.
      const [first, second] = await listOwnProviders(admin)
      const remove = (row: Provider | undefined) => execute(removeProvider, admin, { providerId: row?.id })
      expect(await remove(first)).toMatchObject({ ok: true })
      expect(await remove(second)).toEqual({ ok: false, reason: 'demanded' })
      expect(await execute(demandProvider, admin, { emergency: '' })).toMatchObject({ ok: true })
      expect(await remove(second)).toMatchObject({ ok: true })
      expect(await execute(demandProvider, admin, { emergency: keeper.id })).toMatchObject({ reason: 'no-provider' })
      const open = await domain.sql`select 1 from staff_session where provider_id is not null and ended_at is null`
      expect(open).toHaveLength(0)
      forgetProviders()
      forgetOperators()
    })
  })
})
