import type { BrowserContextOptions } from '@playwright/test'
import type { Locale } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { formatDateWithWeekday } from '@/lib/i18n/format'
import { linkIn, newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { expect, phone, test } from './test'

const slug = 'imed'

const variants: { name: string; locale: Locale; patient: BrowserContextOptions }[] = [
  { name: 'in Russian at a desk', locale: 'ru', patient: {} },
  { name: 'in English on a phone', locale: 'en', patient: { viewport: phone, hasTouch: true } },
  { name: 'in Russian without scripts', locale: 'ru', patient: { javaScriptEnabled: false } },
]

for (const variant of variants) {
  test(`a request goes from the clinic's page to its answer, ${variant.name}`, async ({ open, sql }) => {
    const { locale } = variant
    const page = await open({ ...variant.patient, locale })
    const patient = new Patient(page, locale, slug, newMailbox('main-job'))
    const { case: words, receipt } = patient.words
    const main = page.locator('main')

    const number = await test.step('the patient files and sees the number, the due date and why', async () => {
      const filed = await patient.file('access', { details: 'Кто видел мои снимки?' })
      const [row] = await sql<
        { due: string }[]
      >`select min(c.due_on)::text as due from request r join request_clock c on c.request_id = r.id
        where r.reference = ${filed} and c.clock in ('response', 'answer')`
      await expect(main).toContainText(formatDateWithWeekday(row?.due ?? '', locale))
      await expect(page.getByRole('heading', { name: receipt.whyTitle })).toBeVisible()
      await expect(main).toContainText('191')
      return filed
    })

    await test.step('the mail confirms the address, at a button only', async () => {
      const mail = await patient.mailbox.next(new RegExp(number))
      await page.goto(linkIn(mail, /подтвердить|confirm/i))
      const confirmedAt = async () => {
        const [row] = await sql`select email_confirmed_at as at from request where reference = ${number}`
        return row?.['at'] as Date | null
      }
      const button = page.getByRole('button', { name: words.confirm.button })
      await expect(button).toBeVisible()
      expect(await confirmedAt()).toBeNull()
      await button.click()
      await expect(main).toContainText(words.confirm.doneTitle)
      expect(await confirmedAt()).not.toBeNull()
    })

    const officer = new Officer(await open(), 'officer@imed.example')
    await test.step('an officer takes it from the queue and asks', async () => {
      await officer.openFromQueue(slug, number)
      await expect(officer.page.locator('main')).toContainText('Кто видел мои снимки?')
      await officer.take()
      await officer.ask('В каком году вы у нас были?')
    })

    await test.step('the patient answers the question', async () => {
      const mail = await patient.mailbox.next(/нужен ваш ответ|your reply/i)
      await page.goto(linkIn(mail, /вопрос|question/i))
      await patient.enter(number)
      await expect(main).toContainText('В каком году вы у нас были?')
      await page.locator('textarea[name=text]').fill('В 2024-м, весной.')
      await page.getByRole('button', { name: words.own.send, exact: true }).click()
      await expect(page.getByRole('listitem').filter({ hasText: 'В 2024-м, весной.' })).toBeVisible()
      await page.getByRole('button', { name: words.own.signOut }).click()
      await expect(page).toHaveURL(paths.operator(locale, slug))
    })

    await test.step('the officer writes the answer, and releases it', async () => {
      await officer.page.reload()
      await expect(officer.page.locator('main')).toContainText('В 2024-м, весной.')
      await officer.write('Снимки видел лечащий врач.\n\nДанные никому не передавались.', 'fulfilled')
      await officer.page.reload()
      await expect(officer.page.locator('[name=letter]')).toHaveValue(/Снимки видел лечащий врач/)
      await officer.release()
    })

    await test.step('the patient reads it behind a code, and signs out', async () => {
      const mail = await patient.mailbox.next(/ответ готов|answer is ready/i)
      expect(mail.text).not.toContain('Снимки')
      await page.goto(linkIn(mail, /прочитать|read/i))
      await patient.enter(number)
      await expect(main).toContainText('Снимки видел лечащий врач.')
      await expect(main).toContainText(patient.words.kinds.outcome.fulfilled)
      for (const told of ['request-filed', 'message-asked', 'message-received', 'answer-released'] as const) {
        await expect(main).toContainText(words.timeline[told])
      }
      await page.getByRole('button', { name: words.own.signOut }).click()
      await expect(page).toHaveURL(paths.operator(locale, slug))
      await page.goto(paths.ownCase(locale, slug, number))
      await expect(page.getByLabel(words.find.reference)).toBeVisible()
    })
  })
}
