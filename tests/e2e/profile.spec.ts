import sharp from 'sharp'
import { paths } from '@/lib/core/links'
import { forgetOperators } from '@/lib/operators/queries'
import { ownClinics } from '../support/own-clinics'
import { expectAccessible, expectSound } from './helpers/looks'
import { linkIn, newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { invite } from './helpers/people'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = ownClinics.profile
const words = messages.ru.profile

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without'
  const said = `Звоните с девяти до шести, ${how}`

  test(`a lead edits the profile, looks at it, publishes it and goes back, ${how} scripts`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    await new Officer(page, `lead@${slug}.example`).signIn()
    await page.goto(paths.profilePart('ru', slug, 'contacts'))
    const row = page.getByRole('group', { name: words.part.newRow }).first()
    await row.getByLabel(words.fields.channel, { exact: true }).selectOption('phone')
    await row.getByLabel(`${words.fields.value}, ${words.part.russian}`).fill('8 800 000-00-00')
    await row.getByLabel(`${words.fields.note}, ${words.part.russian}`).fill(said)
    await page.getByRole('button', { name: words.part.save }).click()
    // Nothing is saved of what is not whole, and nothing is lost.
    await expect(page.getByText(words.reasons.invalid)).toBeVisible()
    await expect(page.locator('[aria-invalid=true]')).toHaveCount(2)
    await expect(row.getByLabel(`${words.fields.note}, ${words.part.russian}`)).toHaveValue(said)
    await expectSound(page, 'ru')
    await row.getByLabel(`${words.fields.value}, ${words.part.english}`).fill('8 800 000-00-00')
    await row.getByLabel(`${words.fields.note}, ${words.part.english}`).fill(`Call from nine to six, ${how} scripts`)
    await row.getByLabel(words.fields.clauses).fill('1.1')
    await page.getByRole('button', { name: words.part.save }).click()
    await expect(page.getByText(words.part.saved)).toBeVisible()

    await page.goto(paths.profilePart('ru', slug, 'logo'))
    const background = javaScriptEnabled ? '#00aa66' : '#aa0066'
    const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background } })
      .png()
      .toBuffer()
    await page.locator('[name=file]').setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('?') })
    await page.getByRole('button', { name: words.part.save }).click()
    await expect(page.getByText(words.errors.badPicture)).toBeVisible()
    await page.locator('[name=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: picture })
    await page.getByRole('button', { name: words.part.save }).click()
    await expect(page.getByText(words.part.saved)).toBeVisible()
    await expect(page.getByText(words.logo.now)).toBeVisible()

    await page.goto(paths.profile('ru', slug))
    await page.locator('summary', { hasText: words.changes.title }).first().click()
    await expect(page.locator('ins', { hasText: said }).first()).toBeVisible()
    await expectSound(page, 'ru')
    if (javaScriptEnabled) await expectAccessible(page)
    const visitor = await open({ javaScriptEnabled: false })
    await visitor.goto(paths.operator('ru', slug))
    await expect(visitor.getByText(said)).toHaveCount(0)
    await page.getByRole('link', { name: words.draft.preview }).click()
    await expect(page.getByText(words.preview.draft)).toBeVisible()
    await expect(page.getByText(said)).toBeVisible()
    await expect(page.locator('header img[src^="data:image/png"]')).toBeVisible()
    await page.getByRole('link', { name: messages.ru.kinds.title.access }).click()
    await expect(page.getByText(words.preview.form)).toBeVisible()
    await expect(page.locator('[name="subject.lastName"]')).toHaveCount(1)
    await expect(page.locator('[name="authority.name"]')).toBeHidden()
    await expectSound(page, 'ru')
    if (javaScriptEnabled) await expectAccessible(page)
    await page.getByRole('link', { name: words.preview.toPage }).click()
    await page.getByRole('link', { name: words.preview.back }).click()
    await page.getByRole('button', { name: /^Опубликовать версию \d+$/ }).click()
    await expect(page.getByText(/^Правок нет: действует версия \d+\.$/)).toBeVisible()
    await expect(async () => {
      await visitor.goto(paths.operator('ru', slug))
      await expect(visitor.getByText(said)).toBeVisible({ timeout: 500 })
    }).toPass()

    await page.getByRole('button', { name: words.versions.restore }).first().click()
    await expect(page.getByRole('button', { name: /^Опубликовать версию \d+$/ })).toBeVisible()
    await page.locator('summary', { hasText: words.draft.discardAsk }).click()
    await page.getByRole('button', { name: words.draft.discard, exact: true }).click()
    await expect(page.getByText(/^Правок нет: действует версия \d+\.$/)).toBeVisible()
  })
}

test('an officer has no profile to edit', async ({ open }) => {
  const page = await open()
  await new Officer(page, `officer@${slug}.example`).signIn()
  await expect(page.getByRole('link', { name: messages.ru.admin.nav.profile })).toHaveCount(0)
  for (const path of [
    paths.profile('ru', slug),
    paths.profilePart('ru', slug, 'names'),
    paths.profilePreview('ru', slug),
  ])
    expect((await page.goto(path))?.status(), path).toBe(404)
})

test('a clinic comes from a blank page to its first request', async ({ open }) => {
  const page = await open()
  const own = `nord-${Date.now()}`
  await new Officer(page, 'admin@portal.example').signIn()
  await page.goto(paths.admin('ru'))
  await page.getByRole('link', { name: words.opening.link }).first().click()
  const facts = {
    ...{ 'name.ru': 'Север', 'name.en': 'North', 'legalName.ru': 'ООО «Север»', 'legalName.en': 'North LLC' },
    ...{ email: 'info@nord.example', site: 'https://nord.example', slug: own, registerCode: 'OWNA' },
  }
  for (const [name, value] of Object.entries(facts)) await page.locator(`[name="${name}"]`).fill(value)
  const submit = page.getByRole('button', { name: words.opening.submit })
  await submit.click()
  await expect(page.getByText(words.errors['code-taken'])).toBeVisible()
  await expect(page.locator('[name=slug]')).toHaveValue(own)
  await page.locator('[name=registerCode]').fill('NORD')
  await submit.click()
  await expect(page).toHaveURL(paths.profile('ru', own))
  await expect(page.getByText(/^Правок нет: действует версия 1\.$/)).toBeVisible()
  await page.getByRole('link', { name: words.draft.preview }).click()
  await expectSound(page, 'ru')
  await expectAccessible(page)

  const set = async (state: 'open' | 'hidden') => {
    await page.goto(paths.links('ru', own))
    await page.locator(`[name=intake][value=${state}]`).check()
    await page.getByRole('button', { name: messages.ru.links.intake.save, exact: true }).click()
    await expect(page.getByText(messages.ru.links.intake.saved)).toBeVisible()
  }
  await page.goto(paths.links('ru', own))
  await page.locator('[name=intake][value=open]').check()
  await page.getByRole('button', { name: messages.ru.links.intake.save, exact: true }).click()
  await expect(page.getByText(messages.ru.links.intake.reasons['nobody-works'])).toBeVisible()
  forgetOperators()
  const { mailbox } = await invite(own, 'lead')
  const lead = await open()
  await lead.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  await lead.locator('[name=password]').fill('a lamp under the third table')
  await lead.getByRole('button', { name: messages.ru.people.choose.submit, exact: true }).click()
  await expect(lead).toHaveURL(paths.queue('ru', own))
  await lead.goto(paths.profile('ru', own))
  await expect(lead.getByText(words.nextSteps.done)).toHaveCount(1)
  await expectAccessible(lead)
  await set('open')
  const patient = new Patient(await open(), 'ru', own, newMailbox('first'))
  await expect(async () => {
    await patient.page.goto(paths.newRequest('ru', own, 'access'))
    await expect(patient.page.locator('[name="subject.lastName"]')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await patient.file('access')).toMatch(/^NORD-\d{4}-000001$/)
  await set('hidden')
})
