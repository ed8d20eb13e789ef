import type { Browser, Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { ownClinics } from '../support/own-clinics'
import { type OpenIdProvider, startOpenIdProvider } from '../support/openid-provider'
import { expectAccessible, expectSound } from './helpers/looks'
import { Officer } from './helpers/officer'
import { invite, type Invited } from './helpers/people'
import { messages } from './helpers/words'
import { expect, test } from './test'

/** Of no other test: it takes no passwords for a while. */
const slug = ownClinics.signOn
const LABEL = 'Север ID'
const { signOn, people, admin } = messages.ru
const withProvider = signOn.door.with.replace('{provider}', LABEL)

// The second goes on with what the first has set up.
test.describe.configure({ mode: 'serial' })

let provider: OpenIdProvider
test.beforeAll(async () => {
  provider = await startOpenIdProvider()
})
test.afterAll(() => provider.close())

/** Somebody whom the clinic has invited, and whom the provider knows. */
async function invitedHolder(login: string): Promise<Invited> {
  const person = await invite(slug)
  provider.people.set(login, { email: person.email, verified: true })
  return person
}

/** A browser that goes to the provider too. */
const visitor = async (browser: Browser, javaScriptEnabled = true): Promise<Page> =>
  (await browser.newContext({ javaScriptEnabled })).newPage()

/** On the provider's own pages. */
async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login)
  await page.locator('[name=password]').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
  const agree = page.getByRole('button', { name: 'Continue' })
  await page.waitForURL((url) => url.origin !== provider.issuer || url.pathname.startsWith('/interaction'))
  if (new URL(page.url()).origin === provider.issuer) await agree.click()
  await page.waitForURL((url) => url.origin !== provider.issuer)
}

test('a clinic’s people sign in where they have an account anyway, and by that alone once it demands so', async ({
  open,
  browser,
  sql,
}) => {
  const lead = await open()
  await new Officer(lead, 'admin@portal.example').signIn()
  await lead.goto(paths.people('ru', slug))
  await lead.getByRole('link', { name: signOn.list.link, exact: true }).click()
  await expect(lead.getByText(signOn.list.none)).toBeVisible()
  const add = async (issuer: string) => {
    await lead.locator('[name=label]').fill(LABEL)
    await lead.locator('[name=issuer]').fill(issuer)
    await lead.locator('[name=clientId]').fill(provider.clientId)
    await lead.locator('[name=clientSecret]').fill(provider.clientSecret)
    await lead.getByRole('button', { name: signOn.add.submit, exact: true }).click()
  }
  await add(`${provider.issuer}/nowhere`)
  await expect(lead.getByText(signOn.errors.issuerSilent)).toBeVisible()
  await expect(lead.locator('[name=clientId]')).toHaveValue(provider.clientId)
  await add(provider.issuer)
  await expect(lead.getByText(signOn.add.done)).toBeVisible()
  const [redirect = '', logout = ''] = await lead.locator('dl dd').allInnerTexts()
  provider.register({ redirect, logout })
  await expectSound(lead, 'ru')
  await expectAccessible(lead)

  // Without scripts, from a page that was asked for, without a password ever.
  await invitedHolder('officer')
  const page = await visitor(browser, false)
  await page.goto(paths.register('ru', slug))
  await expectSound(page, 'ru')
  await page.getByRole('link', { name: withProvider }).click()
  await signInThere(page, 'officer')
  await expect(page).toHaveURL(paths.register('ru', slug))
  await page.goto(paths.account('ru'))
  await expect(page.getByText(signOn.account.intro.replace('{provider}', LABEL))).toBeVisible()
  await expect(page.locator('[name=password]')).toHaveCount(0)
  await page.goto(paths.secondFactor('ru'))
  await expect(page).toHaveURL(paths.account('ru'))

  await page.goto(paths.prove('ru', paths.queue('ru', slug)))
  await page.getByRole('link', { name: signOn.prove.submit.replace('{provider}', LABEL) }).click()
  await signInThere(page, 'officer')
  await expect(page.getByRole('status')).toHaveText(people.prove.proven)
  await page.getByRole('link', { name: people.prove.goOn }).click()
  await expect(page).toHaveURL(paths.queue('ru', slug))

  // By a password until the clinic takes none.
  const colleague = await open()
  await new Officer(colleague, `officer@${slug}.example`).signIn()
  await colleague.goto(paths.queue('ru', slug))
  const [keeper] = await sql`select id from staff where email = ${`lead@${slug}.example`}`
  await lead.locator('[name=emergency]').selectOption(String(keeper?.['id']))
  await lead.getByRole('button', { name: signOn.demand.save, exact: true }).click()
  await expect(lead.getByText(signOn.demand.saved)).toBeVisible()
  const left = colleague.getByText(/входят только через её собственный вход/)
  await expect(async () => {
    await colleague.goto(paths.queue('ru', slug))
    await expect(left).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expectSound(colleague, 'ru')
  await colleague.context().clearCookies()
  await colleague.goto(paths.signIn('ru'))
  await colleague.locator('[name=email]').fill(`officer@${slug}.example`)
  await colleague.locator('[name=password]').fill('demo-clinic-2026')
  await colleague.getByRole('button', { name: admin.signIn.submit, exact: true }).click()
  await expect(colleague.getByText(signOn.door.demanded)).toBeVisible()

  // Out there is out here.
  await page.goto(`${provider.issuer}/session/end`)
  await page.getByRole('button').first().click()
  await page.waitForURL(/\/session\/end\/success/)
  await page.goto(paths.queue('ru', slug))
  await expect(page).toHaveURL(/sign-in/)
  await lead.reload()
  await lead.locator('[name=emergency]').selectOption('')
  await lead.getByRole('button', { name: signOn.demand.save, exact: true }).click()
  await expect(lead.getByText(signOn.demand.isOff)).toBeVisible()
})

test('whom it does not name, or not to this browser, is told why', async ({ browser }) => {
  const { signOn: words } = messages.en
  const begin = async (page: Page) => {
    await page.goto(paths.signIn('en', paths.queue('en', slug)))
    await page.getByRole('link', { name: words.door.with.replace('{provider}', LABEL) }).click()
  }
  const page = await visitor(browser)
  const why = page.locator('main [role=alert]')
  provider.people.set('stranger', { email: 'stranger@clinic.example', verified: true })
  await begin(page)
  await signInThere(page, 'stranger')
  await expect(why).toHaveText(words.trouble.unknown)
  await expectSound(page, 'en')
  await expectAccessible(page)

  const unverified = await visitor(browser)
  const { email } = await invite(slug)
  provider.people.set('unverified', { email })
  await begin(unverified)
  await signInThere(unverified, 'unverified')
  await expect(unverified.getByText(words.trouble.unverified)).toBeVisible()

  const refused = await visitor(browser)
  await begin(refused)
  await refused.getByRole('link', { name: /Cancel/ }).click()
  await expect(refused.getByText(words.trouble.refused)).toBeVisible()
  // What one browser was given is worth nothing in another.
  const theirs = await visitor(browser)
  await invitedHolder('shared')
  await begin(theirs)
  const back = theirs.waitForRequest((request) => /\/return\?/.test(request.url()))
  await theirs.route(/\/return\?/, (route) => route.abort())
  await signInThere(theirs, 'shared').catch(() => undefined)
  const thief = await visitor(browser)
  await thief.goto((await back).url())
  await expect(thief.getByText(messages.ru.signOn.trouble.over)).toBeVisible()
  await thief.goto(paths.queue('en', slug))
  await expect(thief).toHaveURL(/sign-in/)
})
