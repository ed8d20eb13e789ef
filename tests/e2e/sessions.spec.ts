import { demoPassword } from '@/db/demo/accounts'
import { execute } from '@/lib/core/command'
import { INSTALLATION } from '@/lib/core/actor'
import { contextFor } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { findOperator } from '@/lib/operators/queries'
import { createStaff, joinOperator } from '@/lib/people/create-staff'
import { Officer } from './helpers/officer'
import { Patient } from './helpers/patient'
import { newScene } from './helpers/scene'
import { expect, test } from './test'

const slug = 'eco-smolensk'
const queue = paths.queue('ru', slug)
const signIn = paths.signIn('ru')
/** With the page to go on to. */
const signInFirst = paths.signIn('ru', queue)

async function hire(email: string, password: string): Promise<string> {
  const clinic = await findOperator(slug)
  const person = { email, name: 'Новая Сотрудница', locale: 'ru', password }
  const created = await execute(
    createStaff,
    contextFor({ kind: 'system', operatorId: INSTALLATION } as const, 'UTC', new Date()),
    person,
  )
  if (!created.ok || !clinic) throw new Error('Not hired')
  const { staffId } = created.value
  const ctx = contextFor({ kind: 'system', operatorId: clinic.id } as const, 'UTC', new Date())
  await execute(joinOperator, ctx, { staffId, role: 'officer' })
  return staffId
}

test('a dismissed officer is out at once, and stays out', async ({ open, sql }) => {
  const email = `${crypto.randomUUID()}@staff.example`
  const password = crypto.randomUUID()
  const staffId = await hire(email, password)
  const officer = new Officer(await open(), email)
  await officer.signIn(password)
  await expect(officer.page).toHaveURL(queue)

  await sql`update staff set dismissed_at = now() where id = ${staffId}`
  await officer.page.goto(queue)
  await expect(officer.page).toHaveURL(signInFirst)
  await officer.page.locator('[name=email]').fill(email)
  await officer.page.locator('[name=password]').fill(password)
  await officer.page.getByRole('button', { name: officer.words.signIn.submit, exact: true }).click()
  await expect(officer.page.getByText(officer.words.signIn.wrong)).toBeVisible()
})

test('a wrong password and an unknown address get the same words', async ({ open }) => {
  const officer = new Officer(await open(), 'auditor@portal.example')
  const { page, words } = officer
  for (const email of [officer.email, 'nobody@staff.example']) {
    await page.goto(signIn)
    await page.locator('[name=email]').fill(email)
    await page.locator('[name=password]').fill('wrong')
    await page.getByRole('button', { name: words.signIn.submit, exact: true }).click()
    await expect(page.getByText(words.signIn.wrong)).toBeVisible()
    await expect(page.locator('[name=email]')).toHaveValue(email)
  }
})

test("an officer's cookie is worth nothing after the sign-out", async ({ open }) => {
  const officer = new Officer(await open(), 'officer@eco-smolensk.example')
  await officer.signIn()
  await expect(officer.page).toHaveURL(queue)
  const cookies = await officer.page.context().cookies()
  await officer.page.getByRole('button', { name: new RegExp(officer.words.user.menu) }).click()
  await officer.page.getByRole('menuitem', { name: officer.words.user.signOut }).click()
  await expect(officer.page.getByText(officer.words.signIn.ended)).toBeVisible()

  const replay = await open()
  await replay.context().addCookies(cookies)
  await replay.goto(queue)
  await expect(replay).toHaveURL(signInFirst)
})

test("a patient's cookie is worth nothing after the sign-out", async ({ open, sql }) => {
  const scene = await newScene(sql, slug)
  const page = await open()
  const patient = new Patient(page, 'ru', slug, scene.mailbox)
  const ownCase = paths.ownCase('ru', slug, scene.reference)
  await page.goto(paths.findCase('ru', slug))
  await patient.enter(scene.reference)
  const cookies = await page.context().cookies()
  expect(cookies.every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true)
  await page.getByRole('button', { name: patient.words.case.own.signOut }).click()
  await expect(page).toHaveURL(paths.operator('ru', slug))

  const replay = await open()
  await replay.context().addCookies(cookies)
  await replay.goto(ownCase)
  await expect(replay.getByLabel(patient.words.case.find.reference)).toBeVisible()
  expect((await replay.request.get(paths.file(slug, scene.fileId))).status()).toBe(404)
})

test('whoever has to sign in comes back to what they asked for, in the language they chose meanwhile', async ({
  open,
}) => {
  const officer = new Officer(await open(), `officer@${slug}.example`)
  const { page, words } = officer
  const asked = '?filter=mine&kind=access'
  await page.goto(queue + asked)
  await expect(page).toHaveURL(paths.signIn('ru', queue + asked))
  await page.locator('a[hreflang=en]').click()
  await expect(page).toHaveURL(/\/en\//)
  await page.locator('[name=email]').fill(officer.email)
  await page.locator('[name=password]').fill(demoPassword)
  await page.locator('[type=submit]').click()
  await expect(page).toHaveURL(paths.queue('en', slug) + asked)
  await page.locator('a[hreflang=ru]').click()
  await expect(page).toHaveURL(queue + asked)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.queue.title)
})
