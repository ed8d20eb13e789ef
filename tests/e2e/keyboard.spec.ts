import type { Locator, Page } from '@playwright/test'
import { paths } from '@/lib/core/links'
import { ownClinics } from '../support/own-clinics'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient, personOf } from './helpers/patient'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

const slug = ownClinics.keyboard

const MOST_STOPS = 80

/** Goes on with Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target, 'reached with Tab').toBeFocused()
}

test('a request is filed without a mouse', async ({ open }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imed', newMailbox('keyboard'))
  await page.goto(paths.operator('ru', 'imed'))
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: patient.words.common.skipToContent })).toBeFocused()
  await tabTo(page, page.locator(`a[href="${paths.newRequest('ru', 'imed', 'access')}"]`).first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(paths.newRequest('ru', 'imed', 'access'))

  for (const [name, value] of Object.entries(personOf(patient.mailbox.address))) {
    if (name === 'signature.name') {
      await tabTo(page, page.locator('[name="signature.statement?"]'))
      await page.keyboard.press('Space')
    }
    await tabTo(page, page.locator(`[name="${name}"]`))
    await page.keyboard.insertText(value)
  }
  await tabTo(page, page.getByRole('button', { name: patient.words.form.next, exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: patient.words.form.review.title })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: patient.words.form.review.send }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient.words.receipt.title)
})

test('the queue is worked without a mouse', async ({ open, sql }) => {
  const scenes = [await newScene(sql, slug, { daysAgo: 3 }), await newScene(sql, slug)]
  const officer = new Officer(await open(), `officer@${slug}.example`)
  const { page, words } = officer
  await officer.signIn()
  const rows = page.locator('[data-row]')
  await expect(rows.first()).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.insertText(scenes[1]?.mailbox.address ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(scenes[1]?.reference ?? '')

  await page.keyboard.press('q')
  await expect(page).toHaveURL(paths.queue('ru', slug))
  await page.keyboard.press('j')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('j')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('k')
  const first = await rows.first().innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first)
  await tabTo(page, page.getByRole('button', { name: words.case.take }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(`(${words.case.you})`)).toBeVisible()
})
