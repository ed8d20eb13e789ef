const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
const unescaped = (text: string): string => text.replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)

const attribute = (tag: string, name: string): string =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/**
 * Sends the form of a page as a browser without scripts does: with what the page hid in it, and what was typed.
 * @param having the name of a field, to tell the page's forms apart
 */
export async function submitForm(
  url: string,
  typed: Record<string, string>,
  { having, cookie = '' }: { having: string; cookie?: string },
): Promise<Response> {
  const signal = AbortSignal.timeout(60_000)
  const html = await (await fetch(url, { headers: { cookie }, signal })).text()
  const form = html.split('<form').find((part) => part.split('</form>')[0]?.includes(`name="${having}"`))
  if (!form) throw new Error(`${url} has no form with a field ${having}`)
  const body = new FormData()
  for (const [tag] of form.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)) {
    body.append(attribute(tag, 'name'), attribute(tag, 'value'))
  }
  for (const [name, value] of Object.entries(typed)) body.set(name, value)
  const headers = { cookie, origin: new URL(url).origin }
  return fetch(url, { method: 'POST', body, redirect: 'manual', headers, signal })
}
