import { newMailbox } from './helpers/mail'
import { fieldsOf, post } from './helpers/forms'
import { Patient, personOf } from './helpers/patient'
import { expect, test } from './test'

test('a form that arrives five times at once is one request', async ({ open, sql }) => {
  const page = await open({ javaScriptEnabled: false })
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('double'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  const review = page.locator('form').filter({ hasText: patient.words.form.review.send })
  await expect(review).toBeVisible()
  const fields: [string, string][] = [...(await fieldsOf(review)), ['intent', 'file']]

  const answers = await Promise.all(Array.from({ length: 5 }, () => post(page, fields)))
  const receipts = answers.map((answer) => answer.headers()['location'])
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303, 303, 303])
  const numbers = new Set<string>()
  for (const receipt of receipts) {
    await page.goto(receipt ?? '')
    numbers.add(/[A-Z]{2,4}-\d{4}-\d{6}/.exec(await page.locator('main').innerText())?.[0] ?? '')
  }
  expect(numbers.size).toBe(1)
  const submissionId = fields.find(([name]) => name === 'submissionId')?.[1] ?? ''
  const [row] = await sql`select count(*)::int as requests from request where submission_id = ${submissionId}`
  expect(row?.['requests']).toBe(1)
  await patient.mailbox.next(new RegExp([...numbers].join()))
})

test('a double click on the last button is one request', async ({ open, sql }) => {
  const page = await open()
  const patient = new Patient(page, 'ru', 'imvizhn', newMailbox('click'))
  await patient.choose('access')
  await patient.fill(personOf(patient.mailbox.address))
  await patient.review()
  const submissionId = await page.locator('[name=submissionId]').inputValue()
  await page.getByRole('button', { name: patient.words.form.review.send }).dblclick()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(patient.words.receipt.title)
  const [row] = await sql`select count(*)::int as requests from request where submission_id = ${submissionId}`
  expect(row?.['requests']).toBe(1)
})
