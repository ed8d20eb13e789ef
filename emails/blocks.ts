/** What a letter is made of. The HTML and the plain text are both built from these, so neither can say more than the other. */
export type Block =
  | { type: 'paragraph'; text: string }
  | { type: 'facts'; rows: readonly Fact[] }
  | { type: 'button'; label: string; href: string }
  | { type: 'code'; value: string }
  | { type: 'list'; items: readonly ListItem[] }

/** A label with its value, e.g. `['Due date', 'Thursday, 31 December 2026']`. */
export type Fact = readonly [label: string, value: string]

/** A line of a list: `title` leads to `href`, `note` stands below it. */
export interface ListItem {
  title: string
  href: string
  note: string
}

export const paragraph = (text: string): Block => ({ type: 'paragraph', text })
export const facts = (...rows: Fact[]): Block => ({ type: 'facts', rows })
export const button = (label: string, href: string): Block => ({ type: 'button', label, href })
export const code = (value: string): Block => ({ type: 'code', value })
export const list = (items: readonly ListItem[]): Block => ({ type: 'list', items })

/** One letter in one language. `why` replaces the audience's usual line on why this mail came. */
export interface Letter {
  subject: string
  /** The line that mail programs show beside the subject in a list of mails. */
  preview: string
  heading: string
  blocks: readonly Block[]
  why?: string
}
