import type { Route } from '@playwright/test'
import type { Sql } from 'postgres'
import { paths } from '@/lib/core/links'
import { findOperator } from '@/lib/operators/queries'
import { searchHash } from '@/lib/vault/search-hash'
import { newMailbox } from './helpers/mail'
import { fieldsOf, post } from './helpers/forms'
import { Patient, personOf } from './helpers/patient'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

/** How many requests stand in the register for the mailbox, which is each test's own. */
async function filedBy(sql: Sql, { slug, mailbox }: Patient): Promise<number> {
  const operator = await findOperator(slug)
  const emailHash = searchHash('email', operator?.id ?? '', mailbox.address)
  const [row] = await sql<{ filed: number }[]>`
    select count(*)::int as filed from request where email_hash = ${emailHash}`
  return row?.filed ?? 0
}

test('a form that arrives five times at once is one request', async ({ open, sql }) => {
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('double'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  const review = page.locator('form').filter({ hasText: patient.words.form.review.send })
  await expect(review).toBeVisible()
  const fields: [string, string][] = [...(await fieldsOf(review)), ['intent', 'file']]

  const answers = await Promise.all(Array.from({ length: 5 }, () => post(page, fields)))
  const receipts = answers.map((answer) => answer.headers()['location'])
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303, 303])
  const numbers = new Set<string>()
  for (const receipt of receipts) {
    await page.goto(receipt ?? '')
    numbers.add(/[A-Z]{2,4}-\d{4}-\d{6}/.exec(await page.locator('main').innerText())?.[0] ?? '')
  }
  expect(numbers.size).toBe(1)
  expect(await filedBy(sql, patient)).toBe(1)
  await patient.mailbox.next(new RegExp([...numbers].join()))
})

test('a double click on the last button is one request', async ({ open, sql }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('click'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  await page.getByRole('button', { name: patient.words.form.review.send }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient.words.receipt.title)
  expect(await filedBy(sql, patient)).toBe(1)
})

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`Back from the receipt files another request, ${how}`, async ({ open, sql }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('again'))
    const first = await patient.file('access', { details: 'Первое' })
    // Without scripts the review is a page of its own, between the form and the receipt.
    await page.evaluate((steps) => history.go(-steps), javaScriptEnabled ? 1 : 2)
    await expect(page.locator('textarea[name=details]')).toBeVisible()
    await patient.fill(personOf(patient.mailbox.address, { details: 'Второе' }))
    await patient.review()
    expect(await patient.send()).not.toBe(first)
    expect(await filedBy(sql, patient)).toBe(2)
  })
}

test('a message whose answer was lost is sent again, twice, and stored once', async ({ browser, sql }) => {
  const scene = await newScene(sql, 'imvizhn')
  const context = await browser.newContext({ locale: 'ru-RU' })
  const page = await context.newPage()
  const patient = new Patient(page, 'ru', 'imvizhn', scene.mailbox)
  await page.goto(paths.findCase('ru', 'imvizhn'))
  await patient.enter(scene.reference)
  const { own } = patient.words.case
  const { forms } = patient.words.common
  const text = page.locator('textarea[name=text]')
  const send = page.getByRole('button', { name: own.send, exact: true })
  const stored = async () => (await sql`select id from message where request_id = ${scene.requestId}`).length

  const lose = async (route: Route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  }
  await page.route('**/case/**', lose)
  await text.fill('Я была у вас в мае.')
  await send.click()
  await expect(page.getByText(forms.offline)).toBeVisible()
  await send.click()
  await expect(send).toBeEnabled()
  await expect(text).toHaveValue('Я была у вас в мае.')
  await page.unroute('**/case/**', lose)
  // The page shows the message by now, and the form has it still.
  await page.reload()
  await expect(text).toHaveValue('Я была у вас в мае.')
  await send.click()
  await expect(page.getByText(own.sent)).toBeVisible()
  await expect(text).toHaveValue('')
  expect(await stored()).toBe(1)

  await text.fill('Я была у вас в мае.')
  await send.click()
  await expect.poll(stored).toBe(2)
  await context.close()
})
