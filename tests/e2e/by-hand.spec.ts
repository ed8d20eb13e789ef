import { Officer } from './helpers/officer'
import { personOf } from './helpers/patient'
import { messages } from './helpers/words'
import { expect, test } from './test'

const slug = 'imvizhn'

for (const javaScriptEnabled of [true, false]) {
  test(`what a registration by hand lacks is told where it is, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
  }) => {
    const page = await open({ javaScriptEnabled })
    await new Officer(page, `officer@${slug}.example`).signIn()
    await page.goto(`/ru/admin/${slug}/new`)
    const { admin, errors } = messages.ru
    await page.locator('[name=kind]').selectOption('access')
    await page.locator('[name=requesterType]').selectOption('subject')
    const { 'signature.name': _unsigned, ...typed } = personOf('by.hand@patients.example')
    for (const [name, value] of Object.entries({ ...typed, 'subject.lastName': '', 'subject.firstName': '' }))
      await page.locator(`[name="${name}"]`).fill(value)
    await page.getByRole('button', { name: admin.manual.submit, exact: true }).click()
    const channel = page.locator('[name=channel]')
    await expect(channel).toHaveAttribute('aria-invalid', 'true')
    await expect(channel).toHaveAccessibleDescription(errors.badChoice)
    const person = page.locator('[name="subject.lastName"]')
    await expect(person).toHaveAttribute('aria-invalid', 'true')
    await expect(person).toHaveAccessibleDescription(errors.nameNeeded)
    if (javaScriptEnabled) await expect(channel).toBeFocused()
    await channel.selectOption('phone')
    await person.fill('Ветрова')
    await page.getByRole('button', { name: admin.manual.submit, exact: true }).click()
    await expect(page).toHaveURL(/requests/)
    // Nobody signed it: it is registered as it came, and says so.
    await expect(page.getByText(admin.case.unsigned)).toBeVisible()
  })
}
