import type { Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { ownClinics } from '../support/own-clinics'
import { appWith } from '../support/second-factor'
import { expectAccessible, expectSound } from './helpers/looks'
import { linkIn } from './helpers/mail'
import { Officer } from './helpers/officer'
import { invite } from './helpers/people'
import { readCode } from './helpers/qr'
import { messages } from './helpers/words'
import { expect, phone, test } from './test'

const slug = 'caop1'
/** Of no other test: its people are held back. */
const demanding = ownClinics.secondFactor
const { people, admin, common, refusal } = messages.ru
const words = people.secondFactor
const PASSWORD = 'a lamp under the third table'

for (const javaScriptEnabled of [true, false]) {
  test(`a second step is turned on, asked for and turned off, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
  }) => {
    const { email, mailbox } = await invite(slug)
    const page = await open({ javaScriptEnabled, viewport: phone })
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    const code = page.locator('[name=code]')
    const look = async () => {
      await expectSound(page, 'ru')
      if (javaScriptEnabled) await expectAccessible(page)
    }
    await page.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
    await page.locator('[name=password]').fill(PASSWORD)
    await press(people.choose.submit)
    await expect(page).toHaveURL(paths.queue('ru', slug))

    await page.goto(paths.account('ru'))
    await page.getByRole('link', { name: words.begin, exact: true }).click()
    await press(words.begin)
    const uri = (await readCode(page.getByRole('img', { name: words.qr }))) ?? ''
    await look()
    const app = appWith(uri)
    expect(app.key).toBe((await page.locator('code').innerText()).replaceAll(' ', ''))
    await code.fill('000000')
    await press(words.confirm)
    await expect(page.getByText(people.errors.codeWrong)).toBeVisible()
    await code.fill(app.codeAt(new Date()))
    await press(words.confirm)
    await expect(page.getByRole('heading', { name: words.codesTitle })).toBeVisible()
    await look()
    const spare = await page.locator('ol code').allInnerTexts()
    expect(spare).toHaveLength(10)
    await page.getByRole('link', { name: words.kept }).click()
    await mailbox.next(/теперь с кодом/)

    const signIn = async (typed: string) => {
      await page.context().clearCookies({ name: 'staff' })
      await page.goto(paths.signIn('ru', paths.register('ru', slug)))
      await page.locator('[name=email]').fill(email)
      await page.locator('[name=password]').fill(PASSWORD)
      await press(admin.signIn.submit)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.signInCode.title)
      await code.fill(typed)
      await press(people.signInCode.submit)
    }
    await signIn('123 456')
    await expect(page.getByRole('alert').filter({ hasText: people.signInCode['code-wrong'] })).toBeVisible()
    await look()
    // The app is a step ahead: the present code turned the second step on.
    await code.fill(app.codeAt(new Date(Date.now() + 30_000)))
    await press(people.signInCode.submit)
    await expect(page).toHaveURL(paths.register('ru', slug))
    await signIn(spare[0] ?? '')
    await expect(page).toHaveURL(paths.register('ru', slug))

    await page.goto(paths.secondFactor('ru'))
    await look()
    await code.fill(spare[0] ?? '')
    await press(words.end)
    await expect(page.getByRole('alert').filter({ hasText: words['code-used'] })).toBeVisible()
    await code.fill(spare[1] ?? '')
    await press(words.end)
    await expect(page.getByText(words.off)).toBeVisible()
    await mailbox.next(/теперь без кода/)
    await page.context().clearCookies({ name: 'staff' })
    await new Officer(page, email).signIn(PASSWORD)
  })
}

/** Somebody new who has turned the second step on, and whose page says so. */
async function withApp(page: Page) {
  const invited = await invite(slug)
  await page.goto(linkIn(await invited.mailbox.next(/Приглашение/), /пароль/))
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: people.choose.submit }).click()
  await expect(page).toHaveURL(paths.queue('ru', slug))
  await page.goto(paths.secondFactor('ru'))
  await page.getByRole('button', { name: words.begin, exact: true }).click()
  const app = appWith((await readCode(page.getByRole('img', { name: words.qr }))) ?? '')
  await page.locator('[name=code]').fill(app.codeAt(new Date()))
  await page.getByRole('button', { name: words.confirm, exact: true }).click()
  await expect(page.getByRole('heading', { name: words.codesTitle })).toBeVisible()
  return invited
}

test('a lead lets a colleague in whose phone is lost', async ({ open }) => {
  const page = await open()
  const { email, name, mailbox } = await withApp(page)

  const lead = await open()
  await new Officer(lead, `lead@${slug}.example`).signIn()
  await lead.goto(paths.people('ru', slug))
  await lead.getByRole('listitem').filter({ hasText: email }).getByRole('link', { name }).click()
  await lead.getByRole('button', { name: people.person.secondFactorOff }).click()
  await expect(lead.getByRole('button', { name: people.person.secondFactorOff })).toHaveCount(0)
  await mailbox.next(/теперь без кода/)
  await page.context().clearCookies({ name: 'staff' })
  await new Officer(page, email).signIn(PASSWORD)
})

test('a clinic that demands codes holds back who has none, until they have one', async ({ open, sql }) => {
  const lead = await open()
  await new Officer(lead, `lead@${demanding}.example`).signIn()
  await lead.goto(paths.people('ru', demanding))
  const set = async (from: string) => {
    await lead.locator('[name=from]').fill(from)
    await lead
      .locator('form', { has: lead.locator('[name=from]') })
      .getByRole('button')
      .click()
  }
  await set('31.12.2098')
  await expect(lead.getByText(people.demand.saved)).toBeVisible()
  const page = await open()
  await new Officer(page, `officer@${demanding}.example`).signIn()
  await expect(async () => {
    await page.goto(paths.queue('ru', demanding))
    await expect(page.getByText(/второй шаг входа с 31 декабря 2098\sгода \(среда\)/)).toBeVisible({ timeout: 500 })
  }).toPass()

  const registering = await page.context().newPage()
  await registering.goto(`/ru/admin/${demanding}/new`)
  await registering.locator('[name=details]').fill('Письмо на двух листах.')
  const plain = await open({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  await plain.goto(`/ru/admin/${demanding}/new`)
  await plain.locator('[name=details]').fill('Письмо в конверте.')
  await sql`update operator set second_factor_from = current_date where slug = ${demanding}`
  await expect(async () => {
    await page.goto(paths.queue('ru', demanding))
    await expect(page).toHaveURL(paths.secondFactor('ru'), { timeout: 500 })
  }).toPass()
  await expect(page.getByText(/без второго шага в клинику не попасть/)).toBeVisible()
  // What somebody is typing as the day begins is not sent, and not lost.
  await registering.getByRole('button', { name: admin.manual.submit, exact: true }).click()
  await expect(registering.getByText(common.forms.held)).toBeVisible()
  await expect(registering.locator('[name=details]')).toHaveValue('Письмо на двух листах.')
  await plain.getByRole('button', { name: admin.manual.submit, exact: true }).click()
  await expect(plain.getByRole('heading', { level: 1 })).toHaveText(refusal.held.title)
  await expect(plain.locator('textarea').filter({ hasText: 'Письмо в конверте.' })).toBeVisible()
  await expect(plain.getByRole('link', { name: refusal.held.link })).toHaveAttribute('href', paths.secondFactor('ru'))
  const register = `/api/register/${demanding}/${new Date().getFullYear()}`
  expect((await page.request.get(register)).status()).toBe(404)
  await page.getByRole('button', { name: words.begin, exact: true }).click()
  const app = appWith((await readCode(page.getByRole('img', { name: words.qr }))) ?? '')
  await page.locator('[name=code]').fill(app.codeAt(new Date()))
  await page.getByRole('button', { name: words.confirm, exact: true }).click()
  await expect(page.getByRole('heading', { name: words.codesTitle })).toBeVisible()
  await page.goto(paths.queue('ru', demanding))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(admin.queue.title)
  expect((await page.request.get(register)).status()).toBe(200)
})

test('a passkey is added, used in the place of a code, and removed', async ({ open }) => {
  const page = await open()
  const { email, mailbox } = await withApp(page)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const options = { protocol: 'ctap2', transport: 'usb', automaticPresenceSimulation: true } as const
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options })
  const { passkeys, signInCode, prove } = people

  await page.goto(paths.secondFactor('ru'))
  await page.locator('[name=label]').fill('Ключ на связке')
  await page.getByRole('button', { name: passkeys.add, exact: true }).click()
  await expect(page.getByText('Ключ на связке')).toBeVisible()
  await expect(page.locator('[name=label]')).toHaveValue('')
  await expectAccessible(page)

  await page.context().clearCookies({ name: 'staff' })
  await page.goto(paths.signIn('ru', paths.account('ru')))
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: admin.signIn.submit, exact: true }).click()
  await page.getByRole('button', { name: signInCode.passkey, exact: true }).click()
  await expect(page).toHaveURL(paths.account('ru'))

  await page.goto(paths.prove('ru'))
  await page.getByRole('button', { name: prove.passkey, exact: true }).click()
  await expect(page.getByText(prove.provenElsewhere)).toBeVisible()
  await page.goto(paths.secondFactor('ru'))
  await expect(page.getByText(/последний вход/)).toBeVisible()
  await page.getByRole('button', { name: passkeys.remove, exact: true }).click()
  await expect(page.getByText('Ключ на связке')).toHaveCount(0)
  await mailbox.next(/Ключ входа .* удалён/)
})
