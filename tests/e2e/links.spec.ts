import { locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { messages } from './helpers/words'
import { Officer } from './helpers/officer'
import { readCode } from './helpers/qr'
import { expect, test } from './test'

// What a clinic gives its patients leads them to its pages.

const slug = 'imed'

for (const locale of locales) {
  test(`addresses, code and button lead to the clinic, in ${locale}`, async ({ open }) => {
    const words = messages[locale].links
    const page = await open()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await new Officer(page, `officer@${slug}.example`, locale).signIn()
    await page.getByRole('link', { name: messages[locale].admin.nav.links, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)

    // Light and dark alike: a reader wants dark on light.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const url = await readCode(page.getByRole('img', { name: words.page.qr }))
      expect(new URL(url ?? '').pathname).toBe(paths.operator(locale, slug))
    }
    await page
      .getByRole('button', { name: `${words.copy} ${words.address[locale]}` })
      .nth(1)
      .click()
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(await copied()).pathname).toMatch(new RegExp(`^/${locale}/${slug}/new/`))
    await page.getByRole('button', { name: `${words.copy} ${words.code[locale]}` }).click()
    const code = await copied()

    const visitor = await open()
    await visitor.setContent(`<!doctype html><body>${code}`)
    await visitor.getByRole('link', { name: words.button.words, exact: true }).click()
    await expect(visitor).toHaveURL(new RegExp(`${paths.operator(locale, slug)}$`))
    await expect(visitor.getByRole('heading', { level: 1 })).toBeVisible()
  })

  test(`posters are one sheet of A5 each, with a code that leads to its form, in ${locale}`, async ({ open }) => {
    const words = messages[locale].links.poster
    const page = await open()
    await new Officer(page, `lead@${slug}.example`, locale).signIn()
    for (const kind of [undefined, 'deletion'] as const) {
      await page.emulateMedia({ media: 'print', colorScheme: 'light' })
      await page.goto(paths.poster(locale, slug, kind))
      await expect(page.locator('main :is(button, a)').filter({ visible: true })).toHaveCount(0)
      await expect(page.getByText(words.how)).toBeVisible()
      const url = await readCode(page.getByRole('img'))
      const path = kind ? paths.newRequest(locale, slug, kind) : paths.operator(locale, slug)
      expect(new URL(url ?? '').pathname).toBe(path)
      await expect(page.getByRole('article')).toContainText(path)
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, across, down]) => [
        Math.round(Number(across)),
        Math.round(Number(down)),
      ])
      expect(sheets).toEqual([[420, 595]])
    }
  })
}

test('an auditor gives none out', async ({ open }) => {
  const page = await open()
  await new Officer(page, 'auditor@portal.example').signIn()
  await expect(page.getByRole('link', { name: messages.ru.admin.nav.links, exact: true })).toHaveCount(0)
  for (const path of [paths.links('ru', slug), paths.poster('ru', slug)]) {
    expect((await page.goto(path))?.status()).toBe(404)
  }
})
