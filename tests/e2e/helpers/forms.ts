import type { APIResponse, Locator, Page } from '@playwright/test'

/** What a form would send, its hidden fields included; files are left out. */
export async function fieldsOf(form: Locator): Promise<[string, string][]> {
  return form.evaluate((element) =>
    [...new FormData(element as HTMLFormElement)].flatMap(([name, value]): [string, string][] =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

/** Sends fields as a browser without scripts would, as many times as asked, with the cookies of the page. */
export async function post(page: Page, fields: [string, string][], url = page.url()): Promise<APIResponse> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const { origin } = new URL(url)
  return page.request.post(url, { multipart: form, maxRedirects: 0, headers: { origin, referer: url } })
}

/** The fields with some of them changed. */
export const changed = (fields: [string, string][], changes: Record<string, string>): [string, string][] =>
  fields.map(([name, value]) => [name, changes[name] ?? value])
