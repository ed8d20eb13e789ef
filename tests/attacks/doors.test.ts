import { describe, expect, inject, it } from 'vitest'
import { demoPassword } from '@/db/demo/accounts'
import { ask } from './helpers/ask'
import { formsOf, send, signedIn } from './helpers/forms'

const own = () => inject('portal').url
const host = () => new URL(own()).host
const port = () => new URL(own()).port
const signInForm = async () => formsOf((await ask('/ru/admin/sign-in')).text)[0] ?? []

describe('who sends', () => {
  const headersOf = (forwarded: string) => ({ origin: own(), 'x-forwarded-for': forwarded })

  it('is the socket, whatever X-Forwarded-For says', async () => {
    const form = await signInForm()
    const wrong = form.map(([name, value]) => [name, name === 'email' ? 'nobody@imed.example' : value] as const)
    const tryAs = (i: number) =>
      send('/ru/admin/sign-in', wrong, headersOf(`203.0.113.${i}, 198.51.100.${i}`), '127.0.0.2')
    const answers = []
    for (let i = 0; i < 110; i += 10)
      answers.push(...(await Promise.all(Array.from({ length: 10 }, (_, n) => tryAs(i + n)))))
    const flooded = answers.filter(({ text }) => text.includes('с вашего адреса')).length
    expect(flooded).toBeGreaterThanOrEqual(10)
  })
})

describe('where a form comes from', () => {
  const open = '/ru/imed/case'
  const form = async () => formsOf((await ask(open)).text)[0] ?? []
  const session = 'requester=imed~x~y'

  it.each([
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling of our domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another origin that brings its own host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }],
    ['nowhere, in a frame without an origin', { origin: 'null' }],
    ['another site, by its referer', { referer: 'https://evil.example/imed' }],
    ['nothing that tells, but with a session', { cookie: session }],
    ['a referer that is none, with a session', { cookie: session, referer: 'http://%' }],
    ['another site, with a session and no origin', { cookie: session, 'sec-fetch-site': 'cross-site' }],
  ] as [string, Record<string, string>][])('%s: refused with a page, on every kind of door', async (_what, headers) => {
    const { origin: _own, ...bare } = { origin: '', ...headers } as Record<string, string>
    const sent = { ...bare, ...(headers.origin && { origin: headers.origin }) }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of [open, '/en/admin/sign-in', '/api/health', '/api/auth/signout']) {
        const answer = await ask(path, { method, headers: { 'content-type': 'text/plain', ...sent }, body: 'x' })
        expect
          .soft([answer.status, answer.headers['content-type']], `${method} ${path}`)
          .toEqual([403, 'text/html; charset=utf-8'])
      }
  })

  it.each([
    ['our page', () => ({ origin: own(), 'sec-fetch-site': 'same-origin' })],
    ['our page, by an old browser', () => ({ origin: '', referer: `${own()}${open}` })],
    [
      'our page by another name of this machine',
      () => ({ origin: `http://127.0.0.1:${port()}`, host: `127.0.0.1:${port()}` }),
    ],
    ['a tool without a session', () => ({ origin: '' })],
  ] as [string, () => Record<string, string>][])('%s: answered', async (_what, headers) => {
    const { origin, ...others } = headers()
    const body = (await import('./helpers/forms')).encoded(await form())
    const sent = { 'content-type': 'multipart/form-data; boundary=attack', ...others, ...(origin && { origin }) }
    expect((await ask(open, { method: 'POST', headers: sent, body })).status).toBe(200)
  })
})

describe('by what name the portal is asked', () => {
  const doors = ['/ru', '/ru/imed', '/ru/demo/mail', '/en/demo/mail/1', '/ru/admin/sign-in', '/api/calendars/2026.csv']

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.0.2.7', 'localhost@evil.example'])(
    'not as %s, whatever the page',
    async (name) => {
      for (const path of doors)
        for (const forwarded of [name, host()]) {
          const headers = { host: `${name}:${port()}`, 'x-forwarded-host': forwarded }
          const answer = await ask(path, { headers })
          expect.soft(answer.status, path).toBe(421)
          expect.soft(answer.text).toContain(`href="${own()}/`)
        }
    },
  )

  it('by its own and by those of this machine; health by any', async () => {
    for (const name of [host(), `127.0.0.1:${port()}`, `[::1]:${port()}`, `LOCALHOST:${port()}`])
      expect.soft((await ask('/ru/demo/mail', { headers: { host: name } })).status, name).toBe(200)
    expect((await ask('/api/health', { headers: { host: '10.1.2.3:8080' } })).status).toBe(200)
  })

  it('never leads elsewhere', async () => {
    const headers = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'ftp', forwarded: 'host=evil.example' }
    for (const path of ['/', '//evil.example/', '/\\evil.example', '/ru/admin', '/https://evil.example']) {
      const { headers: answered } = await ask(path, { headers })
      expect.soft(JSON.stringify(answered), path).not.toMatch(/\/\/evil|ftp:/)
    }
  })
})

describe('a page that is kept for everybody', () => {
  it('has nothing of whoever came first', async () => {
    const path = '/en/caop1/new/access'
    const headers = {
      'x-nonce': 'mine',
      'x-forwarded-host': 'evil.example',
      referer: 'https://evil.example/',
      cookie: 'portal-locale=ru',
    }
    const first = await ask(path, { headers })
    const second = await ask(path)
    for (const answer of [first, second]) {
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.headers) + answer.text).not.toMatch(/evil|mine"|'nonce-mine/)
    }
  })

  it('an officer gets pages of their own', async () => {
    const cookie = await signedIn('officer@imed.example', demoPassword)
    expect((await ask('/ru/admin/imed/queue', { headers: { cookie } })).status).toBe(200)
  })
})
