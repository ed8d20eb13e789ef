import type { Frame, Page } from '@playwright/test'
import type { Locale, RequestKind } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { messages } from './words'
import { expect } from '../test'
import { codeIn, type Mailbox } from './mail'

/** What is typed, by the name of the field. */
export type Typed = Record<string, string>

/** A complete request, but for what its kind asks for. */
export const personOf = (email: string, typed: Typed = {}): Typed => ({
  'subject.lastName': 'Ветрова',
  'subject.firstName': 'Лидия',
  'contact.email': email,
  'signature.name': 'Лидия Ветрова',
  ...typed,
})

/** A person who files a request with one clinic, and reads the answer; on a page, or in a frame of one. */
export class Patient<P extends Page | Frame = Page> {
  readonly words

  constructor(
    readonly page: P,
    readonly locale: Locale,
    readonly slug: string,
    readonly mailbox: Mailbox,
  ) {
    this.words = messages[locale]
  }

  /** From the clinic's page, by the card of the kind. */
  async choose(kind: RequestKind): Promise<void> {
    await this.page.goto(paths.operator(this.locale, this.slug))
    await this.page
      .locator(`a[href="${paths.newRequest(this.locale, this.slug, kind)}"]`)
      .first()
      .click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.kinds.title[kind])
  }

  /** As scripts come, React writes what a textarea holds anew, and the browser lets go of what is marked in it. */
  async fill(typed: Typed): Promise<void> {
    for (const [name, value] of Object.entries(typed)) {
      const field = this.page.locator(`[name="${name}"]`)
      await expect(async () => {
        await field.fill(value)
        await expect(field).toHaveValue(value, { timeout: 500 })
      }).toPass()
    }
  }

  /** Ticks the statement and goes on to read it through. */
  async review(): Promise<void> {
    await this.page.locator('[name="signature.statement?"]').check()
    await this.page.getByRole('button', { name: this.words.form.next, exact: true }).click()
  }

  /** Sends what was read through. Returns the registration number, from the receipt. */
  async send(): Promise<string> {
    await expect(this.page.getByRole('heading', { name: this.words.form.review.title })).toBeVisible()
    await expect(this.page.getByRole('heading', { name: this.words.form.steps.who })).toBeVisible()
    await this.page.getByRole('button', { name: this.words.form.review.send }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.receipt.title)
    const number = /[A-Z]{2,4}-\d{4}-\d{6}/.exec(await this.page.locator('main').innerText())?.[0]
    if (!number) throw new Error('The receipt shows no number')
    return number
  }

  async file(kind: RequestKind, typed: Typed = {}): Promise<string> {
    await this.choose(kind)
    await this.fill(personOf(this.mailbox.address, typed))
    await this.review()
    return this.send()
  }

  /** Asks for a code on the page that the mail or the receipt has led to. */
  async askForCode(number: string, address = this.mailbox.address): Promise<void> {
    const { find } = this.words.case
    await this.page.getByLabel(find.reference).fill(number)
    await this.page.getByLabel(find.email).fill(address)
    await this.page.getByRole('button', { name: find.send }).click()
    await expect(this.page.getByRole('heading', { name: find.codeTitle })).toBeVisible()
  }

  async enterCode(code: string): Promise<void> {
    const { find } = this.words.case
    await this.page.getByLabel(find.code).fill(code)
    await this.page.getByRole('button', { name: find.open }).click()
  }

  /** Proves the mailbox and opens the case. */
  async enter(number: string): Promise<void> {
    await this.askForCode(number)
    await this.enterCode(codeIn(await this.mailbox.next(/код|code/i)))
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(number)
  }
}
