import type { Page } from '@playwright/test'
import { demoPassword } from '@/db/demo/accounts'
import { paths } from '@/lib/core/links'
import { linkIn } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { invite } from './helpers/people'
import { type Desk, DESK_SLUG as slug, sitDown, stays } from './helpers/desk'
import { newScene, takeBack } from './helpers/scene'
import { typedForms } from './helpers/typed-forms'
import { messages } from './helpers/words'
import { expect, test } from './test'

const words = messages.ru.common.forms

async function send({ form, entry }: Desk): Promise<void> {
  if (entry.secret) await form.locator(`[name=${entry.secret}]`).fill('hush')
  await form
    .locator(entry.button ?? '[type=submit]')
    .last()
    .click()
}

/** What may come between a form and the server. After each, all that was typed stands where it stood. */
const events: Record<string, (desk: Desk) => Promise<void>> = {
  async reload(desk) {
    await desk.page.reload()
    await stays(desk)
  },

  async 'Back and Forward'(desk) {
    await desk.page.goto('/ru')
    await desk.page.goBack()
    await stays(desk)
    await desk.page.goForward()
    // A step that comes while the page before is still being restored is aborted.
    await desk.page.waitForLoadState('networkidle')
    await desk.page.goBack()
    await stays(desk)
  },

  async 'another language'(desk) {
    await desk.page.locator('a[hreflang=en]').click()
    await expect(desk.page).toHaveURL(/\/en\//)
    await stays(desk)
    await desk.page.goBack()
    await stays(desk)
  },

  async 'a dropped network'(desk) {
    await desk.context.setOffline(true)
    await send(desk)
    await expect(desk.page.getByText(words.offline)).toBeVisible()
    await stays(desk)
    await desk.context.setOffline(false)
    await desk.page.reload()
    await stays(desk)
  },

  async 'a new version of the portal'(desk) {
    const isAction = (url: URL) => url.pathname === new URL(desk.page.url()).pathname
    await desk.page.route(isAction, (route) => {
      const headers = route.request().headers()
      return headers['next-action'] === undefined
        ? route.continue()
        : route.continue({ headers: { ...headers, 'next-action': 'f'.repeat(42) } })
    })
    await send(desk)
    await expect(desk.page.getByText(words.renewed)).toBeVisible()
    await stays(desk)
    await desk.page.unroute(isAction)
    await desk.page.getByRole('button', { name: words.reload }).click()
    await stays(desk)
  },

  async 'an ended session'(desk) {
    if (desk.entry.as === 'anybody') return
    const { context, page } = desk
    const asked = page.url()
    const cookies = await context.cookies()
    await context.clearCookies()
    await send(desk)
    await expect(page.getByText(words.ended)).toBeVisible()
    await stays(desk)
    if (desk.entry.as === 'requester') {
      await context.addCookies(cookies)
      await page.reload()
    } else {
      await page.getByRole('button', { name: words.again, exact: true }).click()
      await page.locator('[name=email]').fill(desk.email)
      await page.locator('[name=password]').fill(demoPassword)
      await page.getByRole('button', { name: messages.ru.admin.signIn.submit, exact: true }).click()
    }
    await expect(page).toHaveURL(asked)
    await stays(desk)
  },

  async 'a hand-over of the case'(desk) {
    if (!desk.entry.ofAssignee) return
    const { sql, scene } = desk
    const [before] = await sql`select assignee_id from request where id = ${scene.requestId}`
    await sql`update request set assignee_id = null where id = ${scene.requestId}`
    await send(desk)
    await expect(desk.form.getByRole('alert')).toBeVisible()
    await stays(desk)
    await sql`update request set assignee_id = ${before?.['assignee_id']} where id = ${scene.requestId}`
  },
}

/** Fields of which a browser sends nothing while they are half filled in. */
const losing = ['date', 'datetime-local', 'month', 'week', 'time'].map((type) => `input[type=${type}]`).join()

for (const [name, entry] of Object.entries(typedForms)) {
  test(`nothing typed into ${name} is lost`, async ({ browser, sql }) => {
    const desk = await sitDown(browser, sql, entry)
    expect(Object.values(desk.typed)).not.toContain('')
    await expect(desk.page.locator(losing)).toHaveCount(0)
    for (const [event, happens] of Object.entries(events)) await test.step(event, () => happens(desk))
    await desk.context.close()
  })
}

for (const [name, entry] of Object.entries(typedForms).filter(([, { dates }]) => dates)) {
  test(`half a date is told at its field in ${name}`, async ({ browser, sql }) => {
    const { context, form } = await sitDown(browser, sql, entry)
    for (const date of entry.dates ?? []) await form.locator(`[name="${date}"]:not(button)`).fill('31.1')
    await form
      .locator(entry.dateButton ?? entry.button ?? '[type=submit]')
      .last()
      .click()
    for (const date of entry.dates ?? []) {
      const field = form.locator(`[name="${date}"]:not(button)`)
      await expect(field).toHaveAttribute('aria-invalid', 'true')
      await expect(field).toHaveValue('31.1')
      await expect(field).toHaveAccessibleDescription(/день, месяц и год|этого года/i)
    }
    await context.close()
  })
}

const secrets = {
  'one’s own password': async (page: Page) => {
    await new Officer(page, `officer@${slug}.example`).signIn()
    await page.goto(paths.account('ru'))
  },
  'the first password': async (page: Page) => {
    const { mailbox } = await invite(slug)
    await page.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  },
}

for (const [name, arrive] of Object.entries(secrets)) {
  test(`${name} stays while it could not be sent, and is kept nowhere`, async ({ browser }) => {
    const context = await browser.newContext({ locale: 'ru-RU' })
    const page = await context.newPage()
    await arrive(page)
    const form = page.locator('form', { has: page.locator('[type=password]') })
    const fields = form.locator('[type=password]')
    for (const field of await fields.all()) await field.fill('длинный пароль из слов')
    await context.setOffline(true)
    await form.locator('[type=submit]').click()
    await expect(page.getByText(words.offline)).toBeVisible()
    for (const field of await fields.all()) await expect(field).toHaveValue('длинный пароль из слов')
    await context.setOffline(false)
    expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage, ...localStorage })))).not.toContain('пароль')
    await context.close()
  })
}

test('a message to a request that was closed meanwhile is shown as not sent', async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const page = await open()
  const patient = new Patient(page, 'ru', slug, scene.mailbox)
  const { own } = messages.ru.case
  await page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  const message = page.locator('textarea[name=text]')
  await message.fill('Я была у вас в мае.')
  await takeBack(scene)
  await page.getByRole('button', { name: own.send, exact: true }).click()
  await expect(page.getByText(own.closedReply).first()).toBeVisible()
  await expect(page.getByRole('textbox', { name: own.unsent })).toHaveValue('Я была у вас в мае.')
  await page.reload()
  await expect(page.getByRole('textbox', { name: own.unsent })).toHaveValue('Я была у вас в мае.')
})
