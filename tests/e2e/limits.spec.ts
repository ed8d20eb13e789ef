import type { Page } from '@playwright/test'
import { faultWords } from '@/app/_ui/form/error-words'
import { limits } from '@/lib/requests/schemas'
import { pixel } from '../support/files'
import { ownClinics } from '../support/own-clinics'
import { newMailbox } from './helpers/mail'
import { Patient, personOf, type Typed } from './helpers/patient'
import { rowCounts } from './helpers/records'
import { expect, test } from './test'

const slug = ownClinics.limits

const letters = (length: number) => 'ж'.repeat(length)
const mailOf = (length: number) => `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(length - 125)}.ru`.slice(-length)

/** The longest that fits into each field of text; one character more is too long. */
const longest: Record<string, number> = {
  'subject.lastName': limits.name,
  'subject.firstName': limits.name,
  'subject.middleName': limits.name,
  'representative.lastName': limits.name,
  'representative.firstName': limits.name,
  'representative.middleName': limits.name,
  'representative.document': limits.line,
  'correction.wrong': limits.details,
  'correction.right': limits.details,
  details: limits.details,
  'relation.contractNumber': limits.name,
  'relation.patientNumber': limits.name,
  'identity.number': limits.name,
  'identity.issuer': limits.line,
  'signature.name': limits.name * 3,
}
const ofAuthority: Record<string, number> = {
  'authority.name': limits.line,
  'authority.letter': limits.line,
  'authority.official': limits.line,
}

const most: Record<string, number> = {
  ...longest,
  ...ofAuthority,
  'contact.email': limits.email,
  'contact.phone': limits.phone,
}

const typedAt = (lengths: Record<string, number>, over = 0): Typed =>
  Object.fromEntries(Object.entries(lengths).map(([name, length]) => [name, letters(length + over)]))

/** What is folded away is filled in as well. */
async function unfold(page: Page): Promise<void> {
  await page.locator('form').evaluate((form) => {
    for (const part of form.querySelectorAll('details')) part.open = true
  })
}

const errorOf = (page: Page, name: string) => page.locator(`#f-${name.replaceAll('.', '-')}-error`)
const scan = { name: 'паспорт.png', mimeType: 'image/png', buffer: pixel }

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`too long a text is told at its field and nothing is lost, ${how}`, async ({ open, sql }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('limits'))
    const before = await rowCounts(sql, slug)
    await patient.choose('correction')
    await page.locator('[name=requesterType][value=representative]').check()
    await unfold(page)
    const typed = { ...personOf(patient.mailbox.address), ...typedAt(longest, 1) }
    await patient.fill(typed)
    await page.locator('[name=files]').setInputFiles(scan)
    await patient.review()

    for (const name of Object.keys(longest)) {
      await expect
        .soft(errorOf(page, name), name)
        .toContainText(faultWords(`tooLong ${most[name]}`, patient.words.errors))
    }
    for (const [name, value] of Object.entries(typed)) {
      await expect.soft(page.locator(`[name="${name}"]`), name).toHaveValue(value)
    }
    // What is pasted is cut nowhere: a browser would do so without a word.
    expect(
      await page.locator('main form [maxlength]').evaluateAll((all) => all.map((one) => one.getAttribute('name'))),
    ).toEqual(['subject.birthDate', 'relation.contractDate', 'relation.visitDate', 'identity.issuedOn'])
    await expect(page.locator('[name="signature.statement?"]')).toBeChecked()
    await expect(page.locator('[name=requesterType][value=representative]')).toBeChecked()
    expect(await rowCounts(sql, slug)).toEqual(before)

    await test.step('what just fits is taken, with the file of the first try', async () => {
      await unfold(page)
      await patient.fill(typedAt(longest))
      await page.getByRole('button', { name: patient.words.form.next, exact: true }).click()
      await expect(page.locator('main')).toContainText(scan.name)
      const number = await patient.send()
      const [row] =
        await sql`select count(*)::int as files from attachment join request on request.id = attachment.request_id
        where request.reference = ${number}`
      expect(row?.['files']).toBe(1)
    })
  })

  test(`an authority's fields have limits too, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'en', slug, newMailbox('authority'))
    await patient.choose('access')
    await page.locator('[name=requesterType][value=authority]').check()
    await unfold(page)
    const typed: Typed = {
      ...personOf(mailOf(limits.email + 1)),
      ...typedAt(ofAuthority, 1),
      'contact.phone': '+'.repeat(limits.phone + 1),
    }
    await patient.fill(typed)
    await patient.review()
    for (const name of [...Object.keys(ofAuthority), 'contact.email', 'contact.phone']) {
      await expect
        .soft(errorOf(page, name), name)
        .toContainText(faultWords(`tooLong ${most[name]}`, patient.words.errors))
      await expect.soft(page.locator(`[name="${name}"]`), name).toHaveValue(typed[name] ?? '')
    }
  })

  test(`what is missing or makes no sense is told at its field, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('missing'))
    const { errors, form } = patient.words
    await patient.choose('deletion')
    await patient.fill({ 'contact.email': 'лидия', 'contact.phone': 'позвоните' })
    await page.getByRole('button', { name: form.next, exact: true }).click()
    for (const [name, message] of [
      ['subject.lastName', errors.nameNeeded],
      ['ground', errors.badChoice],
      ['contact.email', errors.badEmail],
      ['contact.phone', errors.badPhone],
      ['signature.statement', errors.statementNeeded],
      ['signature.name', errors.required],
    ] as const) {
      await expect.soft(errorOf(page, name), name).toContainText(message)
    }
    const summary = page.getByRole('alert').filter({ hasText: 'Осталось поправить' })
    await expect(summary).toBeVisible()
    if (javaScriptEnabled) await expect(summary).toBeFocused()
    await summary.getByRole('link', { name: patient.words.form.contact.email }).click()
    if (javaScriptEnabled) await expect(page.locator('[name="contact.email"]')).toBeFocused()
  })

  test(`a file that is no document is refused in words, ${how}`, async ({ open }) => {
    const page = await open({ javaScriptEnabled })
    const patient = new Patient(page, 'ru', slug, newMailbox('file'))
    await patient.choose('access')
    await patient.fill(personOf(patient.mailbox.address))
    const script = { name: 'скан.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<script>alert(1)</script>') }
    await page.locator('[name=files]').setInputFiles([scan, script])
    await patient.review()
    await expect(errorOf(page, 'uploads')).toContainText(patient.words.errors['file-type'])
    await expect(page.locator('[name="uploads[]"]')).toBeChecked()
    await expect(page.locator('[name="contact.email"]')).toHaveValue(patient.mailbox.address)
  })
}
