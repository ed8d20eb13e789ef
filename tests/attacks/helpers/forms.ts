import { inject } from 'vitest'
import { type Answer, ask, type Question } from './ask'

export type Fields = readonly (readonly [name: string, value: string | Buffer])[]

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
const unescaped = (text: string) => text.replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]

/** What each form of a page would send by its first button, in a browser without scripts: one list of fields a form. */
export function formsOf(html: string): [string, string][][] {
  return [...html.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => {
    let buttons = 0
    return [...form.matchAll(/<(input|textarea|select|button)\b[^>]*>/g)].flatMap(([tag, kind]): [string, string][] => {
      const name = attribute(tag, 'name')
      if (kind === 'button' && ++buttons > 1) return []
      if (name === undefined || attribute(tag, 'type') === 'file') return []
      return [[unescaped(name), unescaped(attribute(tag, 'value') ?? '')]]
    })
  })
}

/** A form without files as the bytes that a browser sends. */
export function encoded(fields: Fields, boundary = 'attack'): Buffer {
  const parts = fields.flatMap(([name, value]) => [
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from(value),
    Buffer.from('\r\n'),
  ])
  return Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])
}

/** Sends a form as a browser without scripts does, from the portal's own page. */
export function send(path: string, fields: Fields, headers: Question['headers'] = {}, from?: string): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    headers: { origin: inject('portal').url, 'content-type': 'multipart/form-data; boundary=attack', ...headers },
    body: encoded(fields),
    ...(from && { from }),
  })
}

/** The cookie of an officer of the demo. */
export async function signedIn(email: string, password: string): Promise<string> {
  const path = '/ru/admin/sign-in'
  const [fields = []] = formsOf((await ask(path)).text)
  const typed = new Map([
    ['email', email],
    ['password', password],
  ])
  const { headers, status } = await send(
    path,
    fields.map(([name, value]) => [name, typed.get(name) ?? value]),
  )
  const cookie = [headers['set-cookie'] ?? []].flat().find((each) => /^(__Host-)?staff=/.test(each))
  if (!cookie) throw new Error(`Signing in answered ${status}`)
  return cookie.split(';')[0] ?? ''
}
