import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Browser, chromium, expect as see, type Page } from '@playwright/test'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ROOT } from '@/lib/cli/paths'
import { paths } from '@/lib/core/links'
import { messages } from '@/lib/i18n/messages'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { chromiumOptions, ensureChromium } from '../support/chromium'
import { useDatabase } from '../support/database'
import { type HookedSmtp, startHookedSmtp } from '../support/hooked-smtp'
import { appWith } from '../support/second-factor'
import { startWorkerProcess, type WorkerProcess } from '../support/worker-process'

// A clinic that has never met us takes an empty server into service: PostgreSQL, a mail server, the commands of
// docs/production.md and a browser. No demo, no row that the portal's own pages and commands did not write.

const database = useDatabase({ migrated: false })
const { admin, people, links, profile, form, receipt, case: own } = messages.ru
const PASSWORD = 'a lamp under the third table'
const slug = 'nord'

let web: BuiltWeb
let smtp: HookedSmtp
let worker: WorkerProcess
let browser: Browser

const run = promisify(execFile)
const command = (file: string, ...args: string[]) =>
  run(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', DATABASE_OWNER_URL: database.ownerUrl },
  })

beforeAll(async () => {
  ensureChromium()
  smtp = await startHookedSmtp()
  process.env['SMTP_URL'] = smtp.url
  await command('lib/cli/migrate.ts')
  web = await startBuiltWeb()
  process.env['PORTAL_URL'] = web.url
  worker = startWorkerProcess(smtp.url)
  await worker.started
  browser = await chromium.launch(chromiumOptions())
}, 240_000)

afterAll(async () => {
  await browser?.close()
  await worker?.stop()
  await web?.stop()
  await smtp?.stop()
})

const newPage = async (): Promise<Page> => (await browser.newContext({ baseURL: web.url, locale: 'ru-RU' })).newPage()

/** The text of the letter to somebody whose subject says this, come or to come. */
async function letter(to: string, subject: RegExp): Promise<string> {
  const read = async () => {
    const mails = await Promise.all(
      smtp.copies.filter((copy) => copy.to === to).map(({ raw }) => PostalMime.parse(raw)),
    )
    return mails.findLast((mail) => subject.test(mail.subject ?? ''))?.text
  }
  for (;;) {
    const [text, count] = [await read(), smtp.copies.length]
    if (text) return text
    await smtp.until((copies) => copies.length > count)
  }
}

const linkIn = (text: string, path: RegExp): string => {
  const found = [...text.matchAll(/http:\/\/localhost:\d+(\/\S+)/g)].map(([, link = '']) => link)
  return found.find((link) => path.test(link)) ?? `none in ${text}`
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()
const type = async (page: Page, typed: Record<string, string>) => {
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).first().fill(value)
}

async function choosePassword(page: Page, link: string) {
  await page.goto(link)
  await type(page, { password: PASSWORD })
  await press(page, people.choose.submit)
}

async function turnOnSecondFactor(page: Page) {
  const words = people.secondFactor
  await page.goto(paths.secondFactor('ru'))
  await press(page, words.begin)
  const key = (await page.locator('code').first().innerText()).replaceAll(' ', '')
  await type(page, { code: appWith(`otpauth://totp/x?secret=${key}`).codeAt(new Date()) })
  await press(page, words.confirm)
  await see(page.getByRole('heading', { name: words.codesTitle })).toBeVisible()
}

it(
  'goes from an empty server to an answered request, and closes an officer’s access',
  { timeout: 240_000 },
  async () => {
    const invited = await command(
      'lib/cli/staff.ts',
      ...['invite', '--email', 'anna@nord.example', '--name', 'Анна Смирнова', '--role', 'admin'],
    )
    const anna = await newPage()
    await choosePassword(anna, linkIn(invited.stdout, /choose-password/))
    await see(anna.getByRole('heading', { level: 1 })).toHaveText(people.installation.title)
    expect((await anna.goto('/ru/demo/mail'))?.status()).toBe(404)

    // The clinic, from a blank page.
    await anna.goto(paths.admin('ru'))
    await anna.getByRole('link', { name: profile.opening.link }).first().click()
    await type(anna, {
      ...{ 'name.ru': 'Север', 'name.en': 'North', 'legalName.ru': 'ООО «Север»', 'legalName.en': 'North LLC' },
      ...{ email: 'info@nord.example', site: 'https://nord.example', slug, registerCode: 'NRD' },
    })
    await press(anna, profile.opening.submit)
    await see(anna.getByRole('heading', { level: 1 })).toHaveText(profile.title)
    await anna.goto(paths.profilePart('ru', slug, 'names'))
    await type(anna, { 'city.ru': 'Архангельск', 'city.en': 'Arkhangelsk' })
    await press(anna, profile.part.save)
    await see(anna.getByText(profile.part.saved)).toBeVisible()
    await anna.goto(paths.profile('ru', slug))
    await press(anna, 'Опубликовать версию 2')
    await see(anna.getByText('Правок нет: действует версия 2.')).toBeVisible()
    await anna.goto(paths.links('ru', slug))
    await anna.locator('[name=intake][value=open]').check()
    await press(anna, links.intake.save)
    // Nobody would answer yet.
    await see(anna.getByText(links.intake.reasons['nobody-works'])).toBeVisible()

    // Its people.
    const staff: Record<string, Page> = {}
    for (const [role, name] of [
      ['lead', 'Лев Руководов'],
      ['officer', 'Ольга Ответова'],
    ] as const) {
      await anna.goto(paths.people('ru', slug))
      await type(anna, { name, email: `${role}@nord.example` })
      await anna.locator('[name=role]').selectOption(role)
      await press(anna, people.list.invite)
      await see(anna.getByText(people.list.inviteDone)).toBeVisible()
      const page = (staff[role] = await newPage())
      await choosePassword(page, linkIn(await letter(`${role}@nord.example`, /Приглашение/), /choose-password/))
      await see(page).toHaveURL(paths.queue('ru', slug))
      await turnOnSecondFactor(page)
    }
    const { lead, officer } = staff as { lead: Page; officer: Page }

    await anna.goto(paths.links('ru', slug))
    await anna.locator('[name=intake][value=open]').check()
    await press(anna, links.intake.save)
    await see(anna.getByText(links.intake.saved)).toBeVisible()

    // A patient.
    const patient = await newPage()
    await see(async () => {
      await patient.goto(paths.newRequest('ru', slug, 'access'))
      await see(patient.locator('[name="subject.lastName"]')).toBeVisible({ timeout: 500 })
    }).toPass()
    await patient.waitForLoadState('networkidle')
    await type(patient, {
      ...{ 'subject.lastName': 'Ветрова', 'subject.firstName': 'Лидия', 'signature.name': 'Лидия Ветрова' },
      'contact.email': 'lidia@patients.example',
    })
    await patient.locator('[name="signature.statement?"]').check()
    await press(patient, form.next)
    await press(patient, form.review.send)
    await see(patient.getByRole('heading', { level: 1 })).toHaveText(receipt.title)
    const number = /NRD-\d{4}-000001/.exec(await patient.locator('main').innerText())?.[0] ?? 'no number'

    // The answer.
    await officer.goto(paths.queue('ru', slug))
    await officer.getByRole('link', { name: number }).click()
    await press(officer, admin.case.take)
    await see(officer.getByText(`(${admin.case.you})`)).toBeVisible()
    await officer.locator('[name=outcome][value=fulfilled]').check()
    await type(officer, { letter: 'Данные хранятся в карте и в договоре.' })
    await press(officer, admin.case.review)
    await press(officer, admin.release.submit)
    await see(officer.getByText('Данные хранятся в карте и в договоре.')).toBeVisible()
    await patient.goto(linkIn(await letter('lidia@patients.example', /ответ готов/i), /\/ru\//))
    await type(patient, { reference: number, email: 'lidia@patients.example' })
    await press(patient, own.find.send)
    await see(patient.getByRole('heading', { name: own.find.codeTitle })).toBeVisible()
    const code = /\b\d{6}\b/.exec(await letter('lidia@patients.example', /код/i))?.[0] ?? ''
    await type(patient, { code })
    await press(patient, own.find.open)
    await see(patient.getByText('Данные хранятся в карте и в договоре.')).toBeVisible()

    // Nobody stays who has left.
    await lead.goto(paths.people('ru', slug))
    await lead.getByRole('link', { name: 'Ольга Ответова' }).click()
    await press(lead, people.person.dismiss)
    await see(lead.getByText(people.list.former)).toBeVisible()
    await officer.goto(paths.queue('ru', slug))
    await see(officer).toHaveURL(/sign-in/)
  },
)
