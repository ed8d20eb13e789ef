import type { Page } from '@playwright/test'
import { demoPassword } from '@/db/demo/accounts'
import type { AnswerOutcome, Locale, RefusalGround } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { messages } from './words'
import { expect } from '../test'

/** Somebody who answers requests. */
export class Officer {
  readonly words

  constructor(
    readonly page: Page,
    readonly email: string,
    readonly locale: Locale = 'ru',
  ) {
    this.words = messages[locale].admin
  }

  async signIn(password = demoPassword): Promise<void> {
    await this.page.goto(paths.signIn(this.locale))
    await this.page.locator('[name=email]').fill(this.email)
    await this.page.locator('[name=password]').fill(password)
    await this.page.getByRole('button', { name: this.words.signIn.submit, exact: true }).click()
    await expect(this.page).not.toHaveURL(/sign-in/)
  }

  /** Signs in, and finds the request in the queue of the clinic. */
  async openFromQueue(slug: string, number: string): Promise<void> {
    await this.signIn()
    await this.page.goto(paths.queue(this.locale, slug))
    await this.page.getByRole('link', { name: number, exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(number)
  }

  async take(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.case.take }).click()
    await expect(this.page.getByText(`(${this.words.case.you})`)).toBeVisible()
  }

  async ask(question: string): Promise<void> {
    await this.page.locator('summary', { hasText: this.words.case.question }).click()
    await this.page.locator('textarea[name=text]').fill(question)
    await this.page.getByRole('button', { name: this.words.case.ask }).click()
    await expect(this.page.getByText(this.words.case.askedDone)).toBeVisible()
  }

  /** Saves the answer as a draft; then it can be released. */
  async write(letter: string, outcome: AnswerOutcome, ground?: RefusalGround): Promise<void> {
    await this.page.locator(`[name=outcome][value=${outcome}]`).check()
    if (ground) await this.page.locator('[name=refusalGround]').selectOption(ground)
    await this.page.locator('[name=letter]').fill(letter)
    await this.page.getByRole('button', { name: this.words.case.save }).click()
    await expect(this.page.getByText(this.words.case.savedAt.replace('{when}', '').trim())).toBeVisible()
  }

  /** Reads the answer through and sends it. */
  async release(): Promise<void> {
    await this.page.getByRole('button', { name: this.words.case.review }).click()
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText(this.words.release.title)
    await this.page.getByRole('button', { name: this.words.release.submit }).click()
    await expect(this.page.getByText(this.words.state.answered, { exact: true })).toBeVisible()
  }
}
