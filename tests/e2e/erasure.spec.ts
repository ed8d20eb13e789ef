import { paths } from '@/lib/core/links'
import { ownClinics } from '../support/own-clinics'
import { Officer } from './helpers/officer'
import { messages } from './helpers/words'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

const slug = ownClinics.erasure

for (const javaScriptEnabled of [true, false])
  test(`a lead erases a closed request, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({ open, sql }) => {
    const scene = await newScene(sql, slug, { withdrawn: true })
    const lead = new Officer(await open({ javaScriptEnabled }), `lead@${slug}.example`)
    await lead.signIn()
    const { page } = lead
    const words = messages.ru.erasure
    await page.goto(paths.request('ru', slug, scene.requestId))
    await page.getByRole('link', { name: words.link }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title)
    await page.getByLabel(words.groundLabel).selectOption('term-over')
    await page.getByLabel(words.sure).check()
    await page.getByRole('button', { name: words.submit }).click()

    await expect(page.getByRole('heading', { name: words.erased })).toBeVisible()
    await expect(page.getByText(words.ground['term-over'])).toBeVisible()
    await expect(page.getByText('Ветрова')).toHaveCount(0)
    expect(new URL(page.url()).pathname).toBe(paths.request('ru', slug, scene.requestId))

    // For anybody outside it was never there; the register goes on naming it.
    for (const path of [
      paths.receipt('ru', slug, scene.receipt),
      paths.confirmEmail('ru', slug, scene.confirm),
      paths.neutral('ru', scene.neutral),
      paths.file(slug, scene.fileId),
    ])
      expect((await page.request.get(path, { maxRedirects: 5 })).status(), path).toBe(404)
    await page.goto(paths.register('ru', slug))
    await expect(page.getByText(scene.reference)).toBeVisible()
  })
