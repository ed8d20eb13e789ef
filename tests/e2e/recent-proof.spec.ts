import type { Page } from '@playwright/test'
import type { Sql } from 'postgres'
import { paths } from '@/lib/core/links'
import { linkIn } from './helpers/mail'
import { invite, newStaffAddress } from './helpers/people'
import { messages } from './helpers/words'
import { expect, test } from './test'

// Somebody who signed in long ago, at a desk that anybody may have come to.

const slug = 'caop1'
const { people, common } = messages.ru
const PASSWORD = 'a lamp under the third table'

/** A lead whose last proof of who they are is eleven minutes old. */
async function aLead(page: Page, sql: Sql): Promise<string> {
  const { email, mailbox } = await invite(slug, 'lead')
  await page.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  await page.locator('[name=password]').fill(PASSWORD)
  await page.getByRole('button', { name: people.choose.submit }).click()
  await expect(page).toHaveURL(paths.queue('ru', slug))
  await sql`
    update staff_session set proven_at = now() - interval '11 minutes'
    where staff_id = (select id from staff where email = ${email})`
  return email
}

async function prove(page: Page, typed: string): Promise<void> {
  await page.locator('[name=proof]').fill(typed)
  await page.getByRole('button', { name: people.prove.submit, exact: true }).click()
}

for (const javaScriptEnabled of [true, false]) {
  test(`an invitation waits until it is proved who sends it, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    open,
    sql,
  }) => {
    const page = await open({ javaScriptEnabled })
    await aLead(page, sql)
    await page.goto(paths.people('ru', slug))
    const address = newStaffAddress()
    const form = page.locator('form', { has: page.locator('[name=email]') })
    await form.locator('[name=name]').fill('Пётр Лазарев')
    await form.locator('[name=email]').fill(address)
    await form.getByRole('button').last().click()
    await expect(form.getByRole('alert')).toContainText(common.forms.proofNeeded)
    await expect(form.locator('[name=email]')).toHaveValue(address)
    expect(await sql`select id from staff where email = ${address}`).toHaveLength(0)

    const [tab] = await Promise.all([
      page.waitForEvent('popup'),
      form.getByRole('link', { name: common.forms.prove }).click(),
    ])
    await prove(tab, 'not it at all')
    await expect(tab.getByRole('alert').filter({ hasText: people.prove['password-wrong'] })).toBeVisible()
    await prove(tab, PASSWORD)
    await expect(tab.getByRole('status').filter({ hasText: people.prove.provenElsewhere })).toBeVisible()
    await form.getByRole('button').last().click()
    await expect(page.getByText(address)).toBeVisible()
  })
}

test('the register is not taken away, nor a phone made the second step, before that', async ({ open, sql }) => {
  const page = await open()
  await aLead(page, sql)
  await page.goto(paths.register('ru', slug))
  await page.getByRole('link', { name: messages.ru.admin.register.export }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.prove.title)
  await page.goto(paths.secondFactor('ru'))
  await page.getByRole('button', { name: people.secondFactor.begin, exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: common.forms.proofNeeded })).toBeVisible()

  await page.goto(paths.prove('ru', paths.register('ru', slug)))
  await prove(page, PASSWORD)
  await page.getByRole('link', { name: people.prove.goOn }).click()
  const [book] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: messages.ru.admin.register.export }).click(),
  ])
  expect(book.suggestedFilename()).toBe(`register-${slug}-${new Date().getFullYear()}.csv`)
})
