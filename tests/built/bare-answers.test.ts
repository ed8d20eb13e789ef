import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { sampleScan } from '@/lib/demo/sample-scan'
import { getEnv } from '@/lib/env'
import { messages } from '@/lib/i18n/messages'
import { formsOf } from '../attacks/helpers/forms'
import { pages } from '../e2e/helpers/pages'
import { newScene, type Scene } from '../e2e/helpers/scene'
import { type Answer, askAt, type Question } from '../support/ask'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { officerSession } from '../support/cookies'
import { clinicOf, useDomain } from '../support/domain'

const { sql, hire } = useDomain()
const NOBODY = '00000000-0000-4000-8000-000000000000'
/** What a browser says that it wants when a person opens a page. */
const VISIT = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

let web: BuiltWeb
let scene: Scene
let officer: string

beforeAll(async () => {
  const clinic = await clinicOf('imed')
  scene = await newScene(sql, clinic.slug)
  officer = (await officerSession(sql, (await hire(clinic, 'officer')).actor.staffId)).cookie
  web = await startBuiltWeb()
}, 240_000)
afterAll(() => web.stop())

const ask = (path: string, { headers, ...question }: Question = {}): Promise<Answer> =>
  askAt(web.url, path, { ...question, headers: { ...VISIT, ...headers } })

/** What a reader without scripts has of an answer. */
function readable({ status, headers, text }: Answer) {
  const [, title] = /<title>([^<]*)<\/title>/.exec(text) ?? []
  const [, heading] = /<h1[^>]*>([^<]*)<\/h1>/.exec(text) ?? []
  const [, lang] = /<html[^>]* lang="(\w+)"/.exec(text) ?? []
  const [main = ''] = /<main.*<\/main>/s.exec(text) ?? []
  const onward = [...main.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)
  return { status, type: String(headers['content-type']).split(';')[0], lang, title, heading, onward }
}

const nowhere = (locale: Locale): Record<string, string[]> => ({
  [`/${locale}`]: [
    ...[
      `/${locale}/no-such-clinic`,
      `/${locale}/no-such-clinic/new/access`,
      `/${locale}/a/b/c/d/e`,
      `/${locale}/-/-/-`,
    ],
    ...[paths.neutral(locale, 'no-such-token'), `/${locale}/demo/mail/no-such`, `/${locale}/to/%`, `/${locale}/%00`],
  ],
  [paths.operator(locale, 'imed')]: [
    ...['no-such-page', 'no/such/page', 'new', 'new/no-such-kind', 'receipt/none', 'confirm/none'].map(
      (rest) => `${paths.operator(locale, 'imed')}/${rest}`,
    ),
  ],
  [paths.admin(locale)]: [
    paths.queue(locale, 'no-such-clinic'),
    paths.queue(locale, 'caop1'),
    ...[NOBODY, '1', 'x/y/z'].map((id) => paths.request(locale, 'imed', id)),
    paths.mailLetter(locale, 'imed', NOBODY),
    paths.termRule(locale, 'imed', NOBODY),
    paths.person(locale, 'imed', NOBODY),
    paths.everybody(locale),
    ...[`${paths.admin(locale)}/imed/no-such-page`, `${paths.admin(locale)}/no/such/page`],
  ],
})

describe.each(locales)('what is not there, in %s', (locale) => {
  const { notFound, portalName } = messages[locale].common

  it('is a page that can be read without scripts, wherever it would be, and no matter for the log', async () => {
    const said = web.log().length
    for (const [onward, addresses] of Object.entries(nowhere(locale)))
      for (const path of addresses) {
        const page = readable(await ask(path, { headers: { cookie: officer } }))
        const name = path.startsWith(`/${locale}/imed/`) ? 'АйМед|IMed' : portalName
        expect.soft(page, path).toEqual({
          ...{ status: 404, type: 'text/html', lang: locale, heading: notFound.title },
          title: expect.stringMatching(`^${notFound.title} · (${name})$`),
          onward: expect.arrayContaining([onward]),
        })
      }
    expect(linesSince(said)).toEqual([])
  })

  it('is one whatever is asked for by a wrong part of an address', async () => {
    let missing = 0
    for (const route of Object.keys(pages))
      for (const [part] of route.matchAll(/\[(operator|id|token|kind|reference)\]/g)) {
        const path = route
          .replace(part, 'no-such-thing')
          .replace('[locale]', locale)
          .replace('[operator]', scene.slug)
          .replaceAll(/\[(\.\.\.)?\w+\]/g, scene.requestId)
        const answer = await ask(path, { headers: { cookie: officer } })
        if (answer.status !== 404) continue
        missing += 1
        expect.soft(readable(answer), path).toMatchObject({ lang: locale, heading: notFound.title })
      }
    expect(missing).toBeGreaterThan(15)
  })

  it('is asked for by its head alone, by a form, and by what is no page', async () => {
    const nothing = `/${locale}/no/such/page`
    const head = await ask(nothing, { method: 'HEAD' })
    expect([head.status, head.text, head.headers['content-type']]).toEqual([404, '', 'text/html; charset=utf-8'])
    const form = { origin: web.url, 'content-type': 'application/x-www-form-urlencoded' }
    const sent = await ask(nothing, { method: 'POST', headers: form, body: 'a=b' })
    expect(readable(sent)).toMatchObject({ status: 404, heading: notFound.title })
    for (const path of ['/api/no-such', `/api/files/imed/${NOBODY}`, '/api/calendars/1.csv', '/_next/no-such']) {
      const page = await ask(path, { headers: { 'accept-language': locale } })
      expect.soft(readable(page), path).toMatchObject({ status: 404, lang: locale, heading: notFound.title })
    }
  })

  it('leads to itself in the other language', async () => {
    const other = locale === 'ru' ? 'en' : 'ru'
    expect((await ask(`/${locale}/imed/no/such`)).text).toContain(`href="/${other}/imed/no/such"`)
  })
})

it('a client cannot make a page that is there one that is not', async () => {
  const answer = await ask('/ru/imed', { headers: { 'x-missing-path': '/ru/nowhere' } })
  expect(answer.status).toBe(200)
})

it('scripts get the bare answers that they ask for', async () => {
  const asked = { accept: '*/*', 'sec-fetch-dest': 'empty' }
  const file = await ask(`/api/files/imed/${NOBODY}`, { headers: asked })
  expect([file.status, file.text]).toEqual([404, ''])
  const flight = await ask('/ru/imed/no-such', { headers: { rsc: '1', accept: '*/*' } })
  expect(flight.text).not.toContain('<html')
  expect((await ask('/api/health')).headers['content-type']).toContain('json')
})

describe.each(locales)('what cannot be answered, in %s', (locale) => {
  const { refusal, failure } = messages[locale]
  const page = `/${locale}/imed`

  it.each([
    ['PUT', page, 405, 'method'],
    ['DELETE', paths.queue(locale, 'imed'), 405, 'method'],
    ['OPTIONS', page, 405, 'method'],
    ['TRACE', page, 405, 'method'],
  ] as const)('%s %s is a page, %i', async (method, path, status, why) => {
    const answer = await ask(path, { method, headers: { origin: web.url } })
    const { title, link: _link } = refusal[why]
    expect(readable(answer)).toMatchObject({ status, lang: locale, title, heading: title, onward: [path] })
    expect(answer.headers['allow']).toBe('GET, HEAD, POST')
  })

  it.each(['TRACE', 'PROPFIND'])('a handler that is asked by %s, which Next does not know', async (method) => {
    for (const path of ['/api/health', '/api/register/imed/2026', '/api/calendars/2026.csv']) {
      const headers = { origin: web.url, 'accept-language': locale }
      const answer = await ask(path, { method, headers })
      expect(readable(answer)).toMatchObject({ status: 405, lang: locale, title: refusal.method.title })
    }
  })

  it('a handler that is asked in another way than it knows', async () => {
    const headers = { origin: web.url, 'accept-language': locale }
    const answer = await ask('/api/health', { method: 'PUT', headers })
    expect(readable(answer)).toMatchObject({ status: 405, lang: locale, heading: refusal.method.title })
  })

  it.each([
    ['headers without an end', `GET ${page} HTTP/1.1\r\nCookie: ${'x'.repeat(40_000)}\r\n\r\n`, 431, 'overlong'],
    ['an address without an end', `GET ${page}/${'x'.repeat(40_000)} HTTP/1.1\r\n\r\n`, 431, 'overlong'],
    ['a method of no protocol', `FOO ${page} HTTP/1.1\r\nHost: x\r\n\r\n`, 405, 'method'],
    ['a header that is none', `GET ${page} HTTP/1.1\r\nHost: x\r\n: : :\r\n\r\n`, 400, 'unreadable'],
  ] as const)('%s', async (_what, bytes, status, why) => {
    expect(readable(await sendRaw(bytes))).toMatchObject({ status, lang: locale, heading: refusal[why].title })
  })

  it('a fault of ours', async () => {
    await sql`alter table request rename to gone`
    try {
      const answer = await ask(paths.receipt(locale, 'imed', scene.receipt))
      const { title } = failure
      expect(readable(answer)).toMatchObject({ status: 500, lang: locale, title, heading: title })
      expect(answer.text).toContain(failure.text)
    } finally {
      await sql`alter table gone rename to request`
    }
  })
})

it('a connection that wants another protocol is ended, before the first page and after it', async () => {
  const { hostname, port, host } = new URL(web.url)
  for (const turn of [1, 2, 3]) {
    const socket = connect(Number(port), hostname)
    socket.write(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
    socket.on('error', () => {})
    await once(socket, 'close')
    expect((await ask('/ru')).status, String(turn)).toBe(200)
  }
})

describe.each(locales)('a form of a version before, in %s', (locale) => {
  const words = messages[locale].refusal.renewed
  const path = paths.newRequest(locale, 'imed', 'access')
  const stale = async () =>
    (formsOf((await ask(path)).text)[0] ?? []).map(
      ([name, value]) => [name, value.replace(/"id":"[\da-f]+"/, `"id":"${'0'.repeat(42)}"`)] as const,
    )
  const files = () => readdirSync(join(getEnv().DATA_DIR, 'files'), { recursive: true, withFileTypes: true })
  const stored = async () => ({
    requests: (await sql`select from request`).length,
    uploads: (await sql`select from upload`).length,
    files: files().filter((each) => each.isFile()).length,
  })

  it('is answered by a page that says so, stores nothing and leaves one line in the log', async () => {
    const form = new FormData()
    for (const [name, value] of await stale()) form.append(name, value)
    form.append('files', new Blob([Buffer.from(sampleScan('Scan'))]), 'scan.pdf')
    const body = new Response(form)
    const headers = { origin: web.url, 'content-type': body.headers.get('content-type') ?? '' }
    const [before, said] = [await stored(), web.log().length]
    const answer = await ask(path, { method: 'POST', headers, body: Buffer.from(await body.arrayBuffer()) })
    expect(readable(answer)).toMatchObject({ status: 409, lang: locale, title: words.title, heading: words.title })
    expect(readable(answer).onward).toEqual([path])
    expect(answer.text).toContain(words.text)
    expect(await stored()).toEqual(before)
    await expect.poll(() => linesSince(said)).toMatchObject([{ event: 'form.renewed', scripted: false }])
  })

  it('is told to its scripts in the way they know', async () => {
    const said = web.log().length
    const ids = ['0'.repeat(42), 'x', '__proto__']
    for (const id of ids) {
      const headers = { origin: web.url, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' }
      const answer = await ask(path, { method: 'POST', headers, body: '[]' })
      expect.soft([answer.status, answer.headers['x-nextjs-action-not-found']], id).toEqual([404, '1'])
    }
    await expect.poll(() => linesSince(said)).toHaveLength(ids.length)
    expect(linesSince(said)).toEqual(ids.map(() => expect.objectContaining({ event: 'form.renewed', scripted: true })))
  })
})

/** What the log has said since, a line an entry; whoever adds another form of line breaks this. */
const linesSince = (length: number): unknown[] =>
  web
    .log()
    .slice(length)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

/** Sends bytes and reads the answer until the server hangs up. */
async function sendRaw(bytes: string): Promise<Answer> {
  const socket = connect(Number(new URL(web.url).port), '127.0.0.1')
  let said = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => (said += chunk))
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  const [head = '', text = ''] = said.split('\r\n\r\n')
  const [start = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => line.split(': ', 2)).map(([name = '', value]) => [name, value]),
  )
  return { status: Number(start.split(' ')[1]), headers, text, ms: 0 }
}
