import { paths } from '@/lib/core/links'
import { arriveAsStaff } from './helpers/arrive'
import { expectAccessible, expectSound } from './helpers/looks'
import { linkIn, Mailbox } from './helpers/mail'
import { Officer } from './helpers/officer'
import { invite, newStaffAddress } from './helpers/people'
import { newScene } from './helpers/scene'
import { messages } from './helpers/words'
import { expect, phone, test } from './test'

const slug = 'caop1'
const { people, admin } = messages.ru
const GOOD = 'a lamp under the third table'

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with scripts' : 'without scripts'

  test(`whoever is invited chooses a password and is in, ${how}`, async ({ open }) => {
    const { email, mailbox } = await invite(slug)
    const page = await open({ javaScriptEnabled, viewport: phone })
    const link = linkIn(await mailbox.next(/Приглашение/), /пароль/)
    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.choose.welcome)
    await expectSound(page, 'ru')
    if (javaScriptEnabled) await expectAccessible(page)
    await expect(page.locator('[name=email]')).toHaveValue(email)

    for (const [password, fault] of [
      ['short', people.errors.passwordShort],
      ['password123', people.errors.passwordCommon],
    ] as const) {
      await page.locator('[name=password]').fill(password)
      await page.getByRole('button', { name: people.choose.submit }).click()
      await expect(page.getByText(fault)).toBeVisible()
    }
    await page.locator('[name=password]').fill(GOOD)
    await page.getByRole('button', { name: people.choose.submit }).click()
    await expect(page).toHaveURL(paths.queue('ru', slug))

    await page.goto(link)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.choose.endedTitle)
    await page.context().clearCookies({ name: 'staff' })
    await new Officer(page, email).signIn(GOOD)
    await expect(page).toHaveURL(paths.queue('ru', slug))
  })

  test(`a forgotten password is chosen anew by a mailed link, ${how}`, async ({ open }) => {
    const { email, mailbox } = await invite(slug)
    const page = await open({ javaScriptEnabled })
    await page.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
    await page.locator('[name=password]').fill('three brown bears on a bus')
    await page.getByRole('button', { name: people.choose.submit }).click()
    await expect(page).toHaveURL(paths.queue('ru', slug))

    const other = await open({ javaScriptEnabled })
    await other.goto(paths.signIn('ru'))
    await other.getByRole('link', { name: admin.signIn.forgot }).click()
    for (const address of ['nobody@staff.example', email]) {
      await other.locator('[name=email]').fill(address)
      await other.getByRole('button', { name: people.forgot.submit }).click()
      await expect(other.getByRole('status')).toHaveText(people.forgot.done)
      await other.goto(paths.forgotPassword('ru'))
    }
    await other.goto(linkIn(await mailbox.next(/Новый пароль/), /новый пароль/))
    await expect(other.getByRole('heading', { level: 1 })).toHaveText(people.choose.title)
    await other.locator('[name=password]').fill(GOOD)
    await other.getByRole('button', { name: people.choose.submit }).click()
    await expect(other).toHaveURL(paths.queue('ru', slug))

    await page.goto(paths.queue('ru', slug))
    await expect(page).toHaveURL(/sign-in/)
  })
}

test('an owner whom strangers lock out is told for how long, and gets in on their own device', async ({ open }) => {
  const { email, mailbox } = await invite(slug)
  const own = await open()
  await own.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  await own.locator('[name=password]').fill(GOOD)
  await own.getByRole('button', { name: people.choose.submit }).click()
  await expect(own).toHaveURL(paths.queue('ru', slug))
  await own.context().clearCookies({ name: 'staff' })

  const stranger = await open()
  const attempt = async () => {
    await stranger.goto(paths.signIn('ru'))
    await stranger.locator('[name=email]').fill(email)
    await stranger.locator('[name=password]').fill('not it at all')
    await stranger.getByRole('button', { name: admin.signIn.submit, exact: true }).click()
  }
  for (let tries = 0; tries < 5; tries += 1) {
    await attempt()
    await expect(stranger.getByRole('main').getByRole('alert')).toHaveText(admin.signIn.wrong)
  }
  await attempt()
  await expect(stranger.getByRole('main').getByRole('alert')).toContainText('закрыт ещё на 15 минут')

  await new Officer(own, email).signIn(GOOD)
  await expect(own).toHaveURL(paths.queue('ru', slug))
  await own.context().clearCookies()
  await own.goto(linkIn(await mailbox.next(/Много неверных паролей/), /новый пароль/))
  await own.locator('[name=password]').fill('three brown bears on a bus')
  await own.getByRole('button', { name: people.choose.submit }).click()
  await expect(own).toHaveURL(paths.queue('ru', slug))
})

test('whoever works at another clinic is asked, and works here once they have accepted', async ({ open, sql }) => {
  const { offers, list } = people
  const { email, mailbox } = await invite('imvizhn')
  const own = await open()
  await own.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  await own.locator('[name=password]').fill(GOOD)
  await own.getByRole('button', { name: people.choose.submit }).click()
  await expect(own).toHaveURL(paths.queue('ru', 'imvizhn'))

  const page = await open()
  await arriveAsStaff(page, sql, `lead@${slug}.example`)
  const row = page.getByRole('listitem').filter({ hasText: email })
  const ask = async () => {
    await page.goto(paths.people('ru', slug))
    await page.locator('[name=name]').fill('Как её знает клиника')
    await page.locator('[name=email]').fill(email)
    await page.getByRole('button', { name: list.invite, exact: true }).click()
    await expect(row).toContainText('Как её знает клиника')
  }
  await ask()
  await expectAccessible(page)
  await row.getByRole('button', { name: people.person.revoke }).click()
  await expect(row).toHaveCount(0)

  await ask()
  await own.goto(linkIn(await mailbox.next(/Приглашение/), /приглашение/))
  await expect(own.getByRole('heading', { name: offers.title })).toBeVisible()
  await expectSound(own, 'ru')
  await expectAccessible(own)
  await own.goto(paths.queue('ru', slug))
  await expect(own.getByRole('heading', { level: 1 })).toHaveText(messages.ru.common.notFound.title)
  await own.goto(paths.admin('ru'))
  await own.getByRole('button', { name: offers.accept }).click()
  await expect(own.getByRole('heading', { name: offers.title })).toHaveCount(0)
  await own.goto(paths.queue('ru', slug))
  await expect(own.getByRole('heading', { level: 1 })).toHaveText(admin.queue.title)
  await page.reload()
  await expect(row).toContainText('Нина Орлова')
})

test('a lead invites an officer, and closes their access again: the officer is out at the next click', async ({
  open,
  sql,
}) => {
  const lead = new Officer(await open(), `lead@${slug}.example`)
  await lead.signIn()
  const { page } = lead
  await page.goto(paths.people('ru', slug))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.list.title)
  const email = newStaffAddress()
  await page.locator('[name=name]').fill('Зоя Кравец')
  await page.locator('[name=email]').fill(email)
  await page.getByRole('button', { name: people.list.invite, exact: true }).click()
  await expect(page.getByText(people.list.inviteDone)).toBeVisible()

  const officer = new Officer(await open(), email)
  await officer.page.goto(linkIn(await new Mailbox(email).next(/Приглашение/), /пароль/))
  await officer.page.locator('[name=password]').fill(GOOD)
  await officer.page.getByRole('button', { name: people.choose.submit }).click()
  await expect(officer.page).toHaveURL(paths.queue('ru', slug))
  const scene = await newScene(sql, slug)
  await officer.page.goto(paths.request('ru', slug, scene.requestId))
  await officer.take()

  await page.goto(paths.people('ru', slug))
  await page.getByRole('link', { name: 'Зоя Кравец' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Зоя Кравец')
  await page.getByText(people.person.each).last().click()
  await expect(page.getByText(scene.reference).last()).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: people.person.dismiss, exact: true }).click()
  await expect(page).toHaveURL(paths.people('ru', slug))
  await expect(page.getByText(people.list.former)).toBeVisible()

  await officer.page.goto(paths.queue('ru', slug))
  await expect(officer.page).toHaveURL(/sign-in/)
  await page.goto(paths.request('ru', slug, scene.requestId))
  await expect(page.getByText(lead.words.case.nobody, { exact: true })).toBeVisible()
  await lead.take()
  await page.getByRole('button', { name: lead.words.case.giveBack }).click()
  await expect(page.getByText(lead.words.case.nobody, { exact: true })).toBeVisible()
})

test('somebody changes their password, and ends a session elsewhere', async ({ open }) => {
  const { email, mailbox } = await invite(slug)
  const page = await open()
  await page.goto(linkIn(await mailbox.next(/Приглашение/), /пароль/))
  await page.locator('[name=password]').fill(GOOD)
  await page.getByRole('button', { name: people.choose.submit }).click()
  await expect(page).toHaveURL(paths.queue('ru', slug))
  const other = new Officer(await open(), email)
  await other.signIn(GOOD)

  await page.getByRole('button', { name: new RegExp(admin.user.menu) }).click()
  await page.getByRole('menuitem', { name: people.account.link }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(people.account.title)
  await expect(page.getByText(`(${people.account.this})`)).toBeVisible()
  await page.getByRole('button', { name: people.account.end, exact: true }).click()
  await expect(page.locator('section[aria-labelledby=sessions] li')).toHaveCount(1)
  await other.page.reload()
  await expect(other.page).toHaveURL(/sign-in/)

  await page.locator('[name=password]').fill(GOOD)
  await page.locator('[name=newPassword]').fill('three brown bears on a bus')
  await page.getByRole('button', { name: people.account.change }).click()
  await expect(page.getByText(people.account.changed)).toBeVisible()
  await other.signIn('three brown bears on a bus')
  await expect(other.page).toHaveURL(paths.queue('ru', slug))
})
