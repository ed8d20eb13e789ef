import { paths } from '@/lib/core/links'
import { expect, test } from './test'
import { messages } from './helpers/words'

const words = messages.ru.refusal.renewed

test('a form of a portal that was renewed meanwhile can be gone back to and sent, without scripts', async ({
  open,
}) => {
  const page = await open({ javaScriptEnabled: false })
  const send = async () => {
    await page.locator('[name=reference]').fill('AM-2026-900001')
    await page.locator('[name=email]').fill('somebody@patients.example')
    await page.locator('main form button').first().click()
  }
  await page.goto(paths.findCase('ru', 'imed'))
  // As a page has it that was opened before.
  await page
    .locator('input[name$=":0"]')
    .first()
    .evaluate((input: HTMLInputElement) => {
      input.setAttribute('value', input.value.replace(/[\da-f]{40,}/, '0'.repeat(42)))
    })
  await send()
  await expect(page).toHaveTitle(words.title)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
  await page.goBack()
  await send()
  await expect(page).toHaveURL(/code=/)
})
