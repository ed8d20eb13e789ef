import type { Page } from '@playwright/test'
import { operatorProfiles } from '@/db/operators'
import { paths } from '@/lib/core/links'
import { expectLegible } from './helpers/looks'
import { messages } from './helpers/words'
import { expect, test } from './test'

for (const { slug, kinds } of operatorProfiles) {
  test(`the colour of ${slug} is legible, light and dark, and no error's`, async ({ open }) => {
    const page = await open()
    await page.goto(paths.operator('ru', slug))
    await expectLegible(page)

    const [first] = kinds
    await page.goto(paths.newRequest('ru', slug, first?.kind ?? 'access'))
    await page.getByRole('button', { name: messages.ru.form.next, exact: true }).click()
    await expect(page.getByRole('alert').filter({ has: page.locator('svg') })).toBeFocused()
    await expectLegible(page)
    await page.emulateMedia({ colorScheme: 'light' })
    const errors = page.locator('[id$=-error]')
    for (const error of await errors.all()) {
      await expect(error.locator('svg')).toBeVisible()
      await expect(error).toContainText(/\S/)
    }
    expect((await redness(page, '--danger')) - (await redness(page, '--accent'))).toBeGreaterThan(40)
  })
}

/** How much redder than green and blue the colour is, of 255, as it is drawn. */
const redness = (page: Page, token: string): Promise<number> =>
  page
    .locator('.accent')
    .first()
    .evaluate((element, name) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')
      if (!canvas) throw new Error('No canvas')
      canvas.fillStyle = getComputedStyle(element).getPropertyValue(name)
      canvas.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data
      return red - Math.max(green, blue)
    }, token)
