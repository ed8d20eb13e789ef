import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Locale, locales } from '@/db/enums'
import { execute } from '@/lib/core/command'
import { asksWho } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { takeRequest } from '@/lib/requests/take-request'
import { encoded, formsOf } from '../attacks/helpers/forms'
import { type Audience, pagesFor } from '../e2e/helpers/pages'
import { newScene, type Scene, takeBack } from '../e2e/helpers/scene'
import { askAt } from '../support/ask'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { officerSession, requesterSession } from '../support/cookies'
import { clinicOf, staffAt, useDomain } from '../support/domain'

// A browser without scripts sends a form whole: what answers is all that its sender sees.

const { sql, hire } = useDomain()
const TYPED = 'Я была у вас <в мае>.\r\n"Договор" & карту не нашла.'
const SECRET = 'никому не видно'
/** The id of an action that no build has. */
const GONE = '0'.repeat(42)
const SHOWN = 'Я была у вас &#60;в мае&#62;.\n&#34;Договор&#34; &#38; карту не нашла.'

let web: BuiltWeb
let scene: Scene
let lead: string
let admin: string
let patient: string

beforeAll(async () => {
  const clinic = await clinicOf('imed')
  scene = await newScene(sql, clinic.slug)
  const answering = await hire(clinic, 'lead')
  // The forms of an answer are its own officer's.
  await execute(takeRequest, staffAt(answering, new Date()), { requestId: scene.requestId })
  lead = (await officerSession(sql, answering.actor.staffId)).cookie
  admin = (await officerSession(sql, (await hire(clinic, 'admin')).actor.staffId)).cookie
  patient = (await requesterSession(sql, { ...scene, operatorId: clinic.id })).cookie
  web = await startBuiltWeb()
}, 240_000)
afterAll(() => web.stop())

const show = (path: string, cookie: string) => askAt(web.url, path, { headers: { cookie, accept: 'text/html' } })

const send = (path: string, fields: [string, string][], cookie = '') =>
  askAt(web.url, path, {
    method: 'POST',
    body: encoded(fields),
    headers: {
      ...{ origin: web.url, accept: 'text/html', 'content-type': 'multipart/form-data; boundary=attack' },
      ...(cookie && { cookie }),
    },
  })

const typedInto: Record<string, string> = {
  ...Object.fromEntries(['text', 'letter', 'details', 'email'].map((name) => [name, TYPED])),
  ...Object.fromEntries(['password', 'newPassword', 'code', 'proof', 'savedKey'].map((name) => [name, SECRET])),
}

/** The forms of a page that call an action, with the texts that are written into them. */
const filled = (html: string) =>
  formsOf(html)
    .filter((fields) => fields.some(([name]) => name.startsWith('$ACTION_')))
    .map((fields) => fields.map(([name, value]): [string, string] => [name, typedInto[name] ?? value]))

describe.each(locales)('a form whose session has ended, in %s', (locale) => {
  const words = messages[locale].refusal.ended

  it.each<[Audience[], string, () => string, number]>([
    [['requester'], 'their person', () => patient, 3],
    [['clinic'], 'a lead', () => lead, 8],
    [['clinic', 'staff'], 'an admin', () => admin, 5],
  ])(
    'of pages for %s, sent by %s, says so, shows what was typed and leads to where one signs in',
    async (audiences, _who, cookie, few) => {
      let sent = 0
      let typed = 0
      for (const { path } of audiences.flatMap(pagesFor)) {
        const address = path(scene, locale)
        for (const fields of filled((await show(address, cookie())).text)) {
          const answer = await send(address, fields)
          sent += 1
          // Whoever signs out is led there at once.
          if (answer.status === 303) {
            expect.soft(onward(answer.headers['location'], locale), address).toBe(true)
            continue
          }
          const [, heading] = /<h1>([^<]*)<\/h1>/.exec(answer.text) ?? []
          expect.soft([answer.status, heading], address).toEqual([401, words.title])
          expect.soft(onward(/<a href="([^"]*)"/.exec(answer.text)?.[1], locale), address).toBe(true)
          const hasText = fields.some(([, value]) => value === TYPED)
          if (hasText) typed += 1
          expect.soft(answer.text.includes(SHOWN), address).toBe(hasText)
          expect.soft(answer.text, address).not.toContain('$ACTION')
        }
      }
      expect(sent).toBeGreaterThanOrEqual(few)
      expect(typed).toBeGreaterThan(0)
    },
  )
})

describe.each(locales)('a form of a version before, in %s', (locale) => {
  const words = messages[locale].refusal.renewed

  it.each<[Audience[], string, () => string]>([
    [['anybody'], 'anybody', () => ''],
    [['requester'], 'their person', () => patient],
    [['clinic'], 'a lead', () => lead],
  ])('of pages for %s, sent by %s, says so and shows what was typed', async (audiences, _who, cookie) => {
    let typed = 0
    for (const { path } of audiences.flatMap(pagesFor)) {
      const address = path(scene, locale)
      for (const fields of filled((await show(address, cookie())).text)) {
        const old = fields.map(([name, value]): [string, string] => [
          name.replace(/[\da-f]{40,}$/, GONE),
          name.endsWith(':0') ? value.replace(/[\da-f]{40,}/, GONE) : value,
        ])
        const answer = await send(address, old, cookie())
        const [, heading] = /<h1>([^<]*)<\/h1>/.exec(answer.text) ?? []
        expect.soft([answer.status, heading], address).toEqual([409, words.title])
        const hasText = fields.some(([, value]) => value === TYPED)
        if (hasText) typed += 1
        expect.soft(answer.text.includes(SHOWN), address).toBe(hasText)
        expect.soft(answer.text, address).not.toContain('$ACTION')
        expect.soft(answer.text, address).not.toContain(SECRET)
      }
    }
    expect(typed).toBeGreaterThan(0)
  })
})

const onward = (address: string | string[] | undefined, locale: Locale) =>
  typeof address === 'string' &&
  (address === `/${locale}/imed` || asksWho(new URL(address.replaceAll('&#38;', '&'), web.url).pathname))

it('a request that was closed meanwhile is shown, and not asked to be taken back again', async () => {
  const closed = await newScene(sql, 'imed')
  const { cookie } = await requesterSession(sql, { ...closed, operatorId: (await clinicOf('imed')).id })
  const address = `/ru/imed/case/${closed.reference}/withdraw`
  const forms = filled((await show(address, cookie)).text)
  await takeBack(closed)
  const [answer] = await Promise.all(forms.map((fields) => send(address, fields, cookie)))
  expect([answer?.status, answer?.headers['location']]).toEqual([303, `/ru/imed/case/${closed.reference}`])
})
