import { paths } from '@/lib/core/links'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

const slug = 'imvizhn'
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const contract = { name: 'договор.png', mimeType: 'image/png', buffer: pixel }
const script = { name: 'чек.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }

for (const javaScriptEnabled of [true, false]) {
  test(`a document is sent to the clinic with a message, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
    sql,
  }) => {
    const scene = await newScene(sql, slug)
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, scene.mailbox)
    const { own } = patient.words.case
    const text = page.locator('textarea[name=text]')
    const send = page.getByRole('button', { name: own.send, exact: true })
    await page.goto(paths.findCase('ru', slug))
    await patient.enter(scene.reference)

    await test.step('what is none of the files that are taken is named, and the words stay', async () => {
      await text.fill('Вот договор, о котором вы спрашивали.')
      await page.locator('[name=files]').setInputFiles([contract, script])
      await send.click()
      await expect(page.getByText(`чек.pdf: ${patient.words.errors['file-type']}`)).toBeVisible()
      await expect(text).toHaveValue('Вот договор, о котором вы спрашивали.')
      await expect(page.getByRole('checkbox', { name: 'договор.png' })).toBeChecked()
    })

    await send.click()
    await expect(page.getByText(own.sent)).toBeVisible()
    await expect(text).toHaveValue('')
    await expect(page.getByRole('checkbox')).toHaveCount(0)
    const mine = page.locator('li', { hasText: 'Вот договор, о котором вы спрашивали.' })
    await expect(mine.getByRole('link', { name: /договор\.png/ })).toBeVisible()

    const officer = new Officer(await open(), `officer@${slug}.example`)
    await officer.signIn()
    await officer.page.goto(paths.request('ru', slug, scene.requestId))
    const theirs = officer.page.locator('li[data-author=requester]')
    const arrives = officer.page.waitForEvent('download')
    await theirs.getByRole('link', { name: 'договор.png' }).click()
    expect((await arrives).suggestedFilename()).toBe('договор.png')
  })
}
