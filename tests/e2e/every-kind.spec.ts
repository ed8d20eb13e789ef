import { kindForms } from '@/db/kinds/forms'
import { type Locale, type RequestKind, requestKinds } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { expectAccessible, expectSound } from './helpers/looks'
import { newMailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { Patient, personOf } from './helpers/patient'
import { expect, test } from './test'

/** Its policy has clauses on claims, so that it offers every kind. */
const slug = 'caop1'
const said = 'Отзыв с моим именем, the page of reviews'

/** Answers the questions of the kind, whichever it asks. */
async function answerQuestions({ page }: Patient, kind: RequestKind): Promise<void> {
  const { grounds, hasScope, hasCorrection } = kindForms[kind]
  if (grounds) await page.locator(`[name=ground][value=${grounds.values[0]}]`).check()
  if (hasScope) await page.locator('[name=scope][value=all-processing]').check()
  if (hasCorrection) await page.locator('[name="correction.right"]').fill('Ветрова')
  await page.locator('[name=details]').fill(said)
}

const variants = [
  { locale: 'ru', javaScriptEnabled: true },
  { locale: 'en', javaScriptEnabled: false },
] as const satisfies { locale: Locale; javaScriptEnabled: boolean }[]

for (const { locale, javaScriptEnabled } of variants) {
  const how = `in ${locale} ${javaScriptEnabled ? 'with' : 'without'} scripts`

  test(`every kind can be filed, ${how}`, async ({ open, sql }) => {
    const page = await open({ locale, javaScriptEnabled })
    const numbers = new Map<string, RequestKind>()
    for (const kind of requestKinds.filter((each) => !kindForms[each].elsewhere)) {
      const patient = new Patient(page, locale, slug, newMailbox('each'))
      await patient.choose(kind)
      await answerQuestions(patient, kind)
      await patient.fill(personOf(patient.mailbox.address))
      await patient.review()
      await expect(page.locator('main')).toContainText(patient.words.kinds.name[kind])
      await expect(page.locator('main')).toContainText(said)
      numbers.set(await patient.send(), kind)
      await expect(page.locator('main')).toContainText(patient.words.kinds.name[kind])
    }
    const rows = await sql`select reference, kind from request where reference in ${sql([...numbers.keys()])}`
    expect(new Map(rows.map((row) => [row['reference'], row['kind']]))).toEqual(numbers)
  })

  test(`copies of medical documents are told apart from access, ${how}`, async ({ open }) => {
    const page = await open({ locale, javaScriptEnabled })
    const patient = new Patient(page, locale, slug, newMailbox('copies'))
    await patient.choose('medical-copies')
    const main = page.locator('main')
    const { elsewhere } = patient.words.form
    for (const text of [elsewhere.medicalCopies.lead, elsewhere.medicalCopies.receive, '789', 'info@caop1.ru'])
      await expect(main).toContainText(text)
    await expect(main).toContainText(locale === 'ru' ? /30.календарных дней/ : /30 calendar days/)
    await expect(main.locator('form')).toHaveCount(0)
    if (javaScriptEnabled) {
      await expectSound(page, locale)
      await expectAccessible(page)
    }
    await main.getByRole('link', { name: patient.words.kinds.title.access }).click()
    await expect(page).toHaveURL(paths.newRequest(locale, slug, 'access'))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient.words.kinds.title.access)
  })
}

test('a demand to stop distribution shows its term and its basis to the officer', async ({ open }) => {
  const patient = new Patient(await open(), 'ru', 'imvizhn', newMailbox('distribution'))
  const number = await patient.file('distribution-stop', { details: 'Моё фото на странице отзывов' })
  await expect(patient.page.locator('main')).toContainText(patient.words.kinds.clock['stop-distribution'])
  const officer = new Officer(await open(), 'officer@imvizhn.example')
  await officer.openFromQueue('imvizhn', number)
  const main = officer.page.locator('main')
  await expect(main).toContainText(officer.words.clock['stop-distribution'])
  await expect(main).toContainText('ст.\u00a010.1')
  await officer.page.goto('/ru/admin/imvizhn/register')
  await expect(officer.page.getByRole('row').filter({ hasText: number })).toContainText(
    officer.words.kind['distribution-stop'],
  )
})
