import type { Page } from '@playwright/test'
import { sampleScan } from '@/lib/demo/sample-scan'
import { codeIn, newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { expect, test } from './test'

const slug = 'imed'
const errorOf = (page: Page, name: string) => page.locator(`#f-${name.replaceAll('.', '-')}-error`)
const scan = { name: 'скан\u202Efdp.hta', mimeType: 'text/html', buffer: sampleScan('A scan') }
const script = { name: 'счёт.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n<script>') }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`what is pasted into a form is understood, and found again, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const surname = javaScriptEnabled ? 'Вставленная' : 'Скопированная'
    const patient = new Patient(page, 'ru', slug, newMailbox('pasted'))
    const { errors, form } = patient.words
    const address = patient.mailbox.address.replace('patients.example', 'Patients.Example')
    const next = () => page.getByRole('button', { name: form.next, exact: true }).click()
    await patient.choose('access')
    const openAll = () =>
      page.locator('main form details').evaluateAll((all) => all.forEach((each) => each.setAttribute('open', '')))
    await openAll()
    await patient.fill({
      'subject.lastName': `\u202E${surname.slice(0, 4)}\u00AD${surname.slice(4)} — Ёжикова`,
      'contact.email': `Анна <${address}>`,
      'contact.phone': 'тел. 8 (912) 000‑11‑22 доб. 7',
      'signature.name': surname,
      'relation.visitDate': '31.12',
      'relation.contractDate': '30.02.2024',
      'identity.issuedOn': '01.01.2099',
    })
    await page.locator('[name="signature.statement?"]').check()
    await next()

    await test.step('dates that are none are told at their fields, as they were typed', async () => {
      await openAll()
      for (const [name, message, typed] of [
        ['relation.visitDate', errors.dateIncomplete, '31.12'],
        ['relation.contractDate', errors.badDate, '30.02.2024'],
        ['identity.issuedOn', errors.dateAhead, '01.01.2099'],
      ] as const) {
        await expect.soft(errorOf(page, name), name).toContainText(message)
        await expect.soft(page.locator(`[name="${name}"]`), name).toHaveValue(typed)
      }
      await expect(page.locator('[id^="f-"][id$="-error"]')).toHaveCount(3)
    })

    await test.step('a file that only begins like one is named, with what to do; the other is kept', async () => {
      await patient.fill({
        'relation.visitDate': '31 декабря 2024 г.',
        'relation.contractDate': '28.02.2024',
        'identity.issuedOn': '01012009',
      })
      await page.locator('[name=files]').setInputFiles([scan, script])
      if (javaScriptEnabled) await expect(page.getByText('сканfdp.hta', { exact: true })).toBeVisible()
      await next()
      await expect(errorOf(page, 'uploads')).toContainText(`${script.name}: ${errors['file-damaged']}`)
      await expect(page.getByLabel('сканfdp.pdf')).toBeChecked()
    })

    const number = await test.step('the rest is filed', async () => {
      await next()
      await expect(page.locator('main')).toContainText(`${surname}-Ёжикова`)
      await expect(page.locator('main')).toContainText('31 декабря 2024')
      return patient.send()
    })
    const cyrillic = number.replace('AM', 'ам').replaceAll('-', ' ')

    await test.step('the case opens by its number in Cyrillic', async () => {
      await page.goto(`/ru/${slug}/case`)
      await patient.askForCode(`№ ${cyrillic}`, address)
      await patient.enterCode(codeIn(await patient.mailbox.next(/код/i)))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(number)
    })

    await test.step('an officer finds it by number, name and phone, and gets the file as what it is', async () => {
      const officer = new Officer(await open(), 'officer@imed.example')
      await officer.signIn()
      for (const text of [cyrillic, `${surname.toLowerCase()} ежикова`, '9120001122']) {
        await officer.page.goto(`/ru/admin/${slug}/queue`)
        await officer.page.getByRole('searchbox').fill(text)
        await officer.page.getByRole('searchbox').press('Enter')
        const found = officer.page.getByRole('link', { name: number })
        const itself = officer.page.getByRole('heading', { level: 1, name: number })
        await expect(found.or(itself).first()).toBeVisible()
      }
      await officer.page.goto(`/ru/admin/${slug}/queue`)
      await officer.page.getByRole('searchbox').fill(number)
      await officer.page.getByRole('searchbox').press('Enter')
      const link = officer.page.getByRole('link', { name: 'сканfdp.pdf' })
      const response = await officer.page.request.get((await link.getAttribute('href')) ?? '')
      expect(response.headers()).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="____fdp.pdf"; filename*=UTF-8''%D1%81%D0%BA%D0%B0%D0%BDfdp.pdf`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
      })
    })
  })
}
