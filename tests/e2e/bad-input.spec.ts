import type { Locale } from '@/db/enums'
import { ownClinics } from '../support/own-clinics'
import { messages } from './helpers/words'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { changed, fieldsOf, post } from './helpers/forms'
import { Patient, personOf } from './helpers/patient'
import { rowCounts } from './helpers/records'
import { expect, test } from './test'

const slug = ownClinics.badInput

const nobody = '00000000-0000-4000-8000-000000000000'

const unknown: [Locale, string][] = [
  // Nothing tells the language but the browser, until a page has been seen.
  ['ru', '/xx'],
  ['ru', '/xx/imed'],
  ['ru', '/ru/no-such-clinic'],
  ['en', '/en/no-such-clinic'],
  ['ru', '/ru/no-such-clinic/new/access'],
  ['ru', '/ru/imed/new/no-such-kind'],
  ['en', '/en/imed/new/__proto__'],
  ['ru', '/ru/imed/receipt/no-such-token'],
  ['en', '/en/imed/receipt/%00'],
  ['ru', '/ru/imed/confirm/no-such-token'],
  ['en', '/en/to/no-such-token'],
  ['ru', '/ru/imed/no-such-page'],
  ['en', '/en/imed/no/such/page/at/all'],
]

test('what does not exist is a 404 in the language of the reader', async ({ open }) => {
  const page = await open({ locale: 'ru-RU' })
  for (const [locale, path] of unknown) {
    const response = await page.goto(path)
    expect.soft(response?.status(), path).toBe(404)
    const heading = page.getByRole('heading', { level: 1 })
    await expect.soft(heading, path).toHaveText(messages[locale].common.notFound.title)
    await expect.soft(page.locator('html'), path).toHaveAttribute('lang', locale)
  }
})

test("an officer's unknown pages are a 404 too", async ({ open }) => {
  const officer = new Officer(await open(), 'officer@imed.example')
  await officer.signIn()
  await expect(officer.page).toHaveURL(/queue/)
  for (const path of [
    '/ru/admin/no-such-clinic/queue',
    `/ru/admin/imed/requests/${nobody}`,
    '/ru/admin/imed/requests/1',
    "/ru/admin/imed/requests/'--",
    `/ru/admin/imed/requests/${nobody}/release`,
    '/ru/admin/imed/no-such-page',
  ]) {
    const response = await officer.page.goto(path)
    expect.soft(response?.status(), path).toBe(404)
  }
  for (const path of [`/api/files/imed/${nobody}`, '/api/files/imed/x', '/api/register/imed/0', '/api/no-such-thing']) {
    expect.soft((await officer.page.request.get(path)).status(), path).toBe(404)
  }
  for (const path of ['?after=nonsense', '?after=%00', '?kind=x&state=y&assignee=z&filter=w', '?after=a&after=b']) {
    const response = await officer.page.goto(`/ru/admin/imed/queue${path}`)
    expect.soft(response?.status(), path).toBeLessThan(500)
  }
})

test('bodies that are broken are refused, and nothing is stored', async ({ open, sql }) => {
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', slug, newMailbox('broken'))
  await patient.choose('access')
  const before = await rowCounts(sql, slug)
  const url = page.url()
  const { origin } = new URL(url)
  const bodies: [string, Record<string, string>, string][] = [
    ['no boundary', { 'content-type': 'multipart/form-data' }, 'nothing'],
    [
      'cut off',
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\ncontent-disposition: form-data; name="a"\r\n',
    ],
    ['not multipart', { 'content-type': 'multipart/form-data; boundary=x' }, 'Привет'],
    ['empty', { 'content-type': 'multipart/form-data; boundary=x' }, ''],
    ['JSON', { 'content-type': 'application/json' }, '{"kind":'],
    ['urlencoded', { 'content-type': 'application/x-www-form-urlencoded' }, 'kind=%ZZ&%=1'],
    ['no such action', { 'content-type': 'text/plain;charset=UTF-8', 'next-action': 'f'.repeat(42) }, '[{]'],
    ['no action id', { 'content-type': 'text/plain', 'next-action': '%00' }, ''],
  ]
  for (const [name, headers, data] of bodies) {
    const response = await page.request.post(url, { headers: { ...headers, origin }, data, maxRedirects: 0 })
    // Next itself has 500, and no setting, for a body that is no multipart at all; it comes to no code of ours.
    const isMultipart = headers['content-type']?.startsWith('multipart') ?? false
    expect.soft(response.status(), name).toBeLessThan(isMultipart ? 501 : 500)
    expect.soft(await response.text(), name).not.toMatch(/node_modules|at async/)
  }
  expect(await rowCounts(sql, slug)).toEqual(before)
  expect((await page.goto(url))?.status()).toBe(200)
})

test('a form whose hidden fields were tampered with files nothing', async ({ open, sql }) => {
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', slug, newMailbox('tampered'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  const form = page.locator('form').filter({ hasText: patient.words.form.review.send })
  const good: [string, string][] = [...(await fieldsOf(form)), ['intent', 'file']]
  const before = await rowCounts(sql, slug)
  const wrong: Record<string, string>[] = [
    { submissionId: '1' },
    { submissionId: "' or 1=1 --" },
    { kind: 'no-such-kind' },
    { kind: 'deletion' },
    { 'subject.lastName': ' ', 'subject.firstName': '\u200B' },
    { 'subject.lastName': '\u0000\u202E', 'subject.firstName': '\u3164' },
    { 'contact.email': 'a@b.example\r\nBcc: c@d.example' },
  ]
  for (const changes of wrong) {
    const response = await post(page, changed(good, changes))
    expect.soft(response.status(), JSON.stringify(changes)).toBe(200)
  }
  for (const extra of [
    ['uploads[]', 'no-such-upload'],
    ['subject', 'a text where a group belongs'],
    ['categories[]', 'ж'.repeat(61)],
    ['subject.birthDate', '2026-02-30'],
  ] as const) {
    const response = await post(page, [...good, [extra[0], extra[1]]])
    expect.soft(response.status(), extra[0]).toBeLessThan(500)
    expect.soft(await rowCounts(sql, slug), extra[0]).toEqual(before)
  }
  expect((await post(page, [...good, ['__proto__.polluted', 'yes']])).status()).toBe(303)
})

test('a form from another site is refused', async ({ open, sql }) => {
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', slug, newMailbox('elsewhere'))
  await patient.choose('access')
  const fields = await fieldsOf(page.locator('form').filter({ hasText: patient.words.form.next }))
  const before = await rowCounts(sql, slug)
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const headers = { origin: 'https://elsewhere.example' }
  const response = await page.request.post(page.url(), { multipart: form, headers, failOnStatusCode: false })
  expect(response.ok()).toBe(false)
  expect(await rowCounts(sql, slug)).toEqual(before)
})
