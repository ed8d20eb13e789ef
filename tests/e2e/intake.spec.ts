import { paths } from '@/lib/core/links'
import { ownClinics } from '../support/own-clinics'
import { expectAccessible, expectSound } from './helpers/looks'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient, personOf } from './helpers/patient'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = ownClinics.intake
const { links, public: said, form } = messages.ru

test('a clinic pauses its pages, is hidden, and opens again; what was typed meanwhile stays', async ({ open }) => {
  const lead = await open()
  await new Officer(lead, `lead@${slug}.example`).signIn()
  await lead.goto(paths.links('ru', slug))
  const set = async (state: 'open' | 'paused' | 'hidden') => {
    await lead.locator(`[name=intake][value=${state}]`).check()
    await lead.getByRole('button', { name: links.intake.save, exact: true }).click()
    await expect(lead.getByText(links.intake.saved)).toBeVisible()
    await lead.reload()
    await expect(lead.locator(`[name=intake][value=${state}]`)).toBeChecked()
  }
  const patient = new Patient(await open(), 'ru', slug, newMailbox('intake'))
  const { page } = patient
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await page.locator('[name=details]').fill('Кто видел мои снимки?')
  await patient.review()

  await set('paused')
  await expectAccessible(lead)
  await page.getByRole('button', { name: form.review.send }).click()
  await expect(page.getByText(form.refused['intake-paused'])).toBeVisible()
  await expect(page.getByText('Кто видел мои снимки?')).toBeVisible()

  const visitor = await open({ javaScriptEnabled: false })
  const notice = visitor.getByRole('heading', { name: said.intake.title })
  await expect(async () => {
    await visitor.goto(paths.operator('ru', slug))
    await expect(notice).toBeVisible({ timeout: 500 })
  }).toPass()
  await expectSound(visitor, 'ru')
  await visitor.goto(paths.newRequest('ru', slug, 'access'))
  await expect(notice).toBeVisible()
  await expect(visitor.locator('[name="subject.lastName"]')).toHaveCount(0)
  const card = visitor.locator(`main a[href="${paths.operator('ru', slug)}"]`)
  await visitor.goto('/ru')
  await expect(card).toHaveCount(1)

  await set('hidden')
  await expect(async () => {
    await visitor.goto('/ru')
    await expect(card).toHaveCount(0, { timeout: 500 })
  }).toPass()

  await set('open')
  await patient.review()
  await patient.send()
})
