import { once } from 'node:events'
import { type ClientRequest, request } from 'node:http'
import type { Socket } from 'node:net'
import { describe, expect, inject, it } from 'vitest'
import { demoPassword } from '@/db/demo/accounts'
import { ask } from './helpers/ask'
import { encoded, formsOf, send, signedIn } from './helpers/forms'

const path = '/ru/imed/new/access'
const form = async () => formsOf((await ask(path)).text)[0] ?? []
const repeated = (count: number, name: string) => Array.from({ length: count }, (_, i) => [name, String(i)] as const)

/** The longest that health took to answer while the work was done, in milliseconds. */
async function slowestHealth(work: () => Promise<unknown>): Promise<number> {
  let isDone = false
  let slowest = 0
  const working = work().finally(() => (isDone = true))
  do slowest = Math.max(slowest, (await ask('/api/health')).ms)
  while (!isDone)
  await working
  return slowest
}

// What is measured may be disturbed by whatever else the machine does: the best of a few tries tells.
describe('a form with more fields than any of ours', { retry: 5 }, () => {
  it.each(['x[]', 'details', 'a.b.c[]'])(
    '80,000 fields %s are answered at once, and health meanwhile',
    async (name) => {
      const fields = [...(await form()), ...repeated(80_000, name)]
      const idle = await slowestHealth(() => Promise.resolve())
      let ms = Infinity
      const health = await slowestHealth(async () => {
        const answer = await send(path, fields)
        expect(answer.status).toBe(413)
        ms = answer.ms
      })
      expect({ ms: ms < 500, health: health < Math.max(100, 3 * idle) }, `${ms} ms, health ${health} ms`).toEqual({
        ms: true,
        health: true,
      })
    },
  )

  it('as many as are let in cost no more than their length', async () => {
    const fields = await form()
    const few = await send(path, [...fields, ...repeated(100, 'x[]')])
    const many = await send(path, [...fields, ...repeated(900, 'x[]')])
    expect([few.status, many.status]).toEqual([200, 200])
    expect(many.ms).toBeLessThan(500)
  })

  it.each([
    ['references that React would look up', `[${'"$K1",'.repeat(5_000)}"$K1"]`],
    ['a nest that is no list', '{"a":'.repeat(40_000) + '1' + '}'.repeat(40_000)],
    ['a chunk that never comes', '["$@9","$K1"]'],
    ['a class that React would make', '["$Q1","$W1","$B1","$F1"]'],
  ])('a call with %s is no call of ours', async (_what, list) => {
    const action = (await form()).find(([name]) => name.endsWith(':0'))?.[1] ?? ''
    const { id } = JSON.parse(action) as { id: string }
    const scripted = { origin: inject('portal').url, 'next-action': id }
    const multipart = { ...scripted, 'content-type': 'multipart/form-data; boundary=attack' }
    const asForm = await ask(path, {
      method: 'POST',
      headers: multipart,
      body: encoded([
        ['_1_a', 'b'],
        ['0', list],
      ]),
    })
    const asText = await ask(path, {
      method: 'POST',
      headers: { ...scripted, 'content-type': 'text/plain' },
      body: list,
    })
    const plain = await send(path, [...(await form()).filter(([name]) => !name.endsWith(':1')), ['$ACTION_1:1', list]])
    for (const { status, ms } of [asForm, asText, plain]) expect([status, ms < 1_000]).toEqual([400, true])
  })
})

// What is measured may be disturbed by whatever else the machine does: the best of a few tries tells.
describe('blanks without end in every field', { retry: 5 }, () => {
  const ROOM = 600_000
  it.each([
    ['/ru/imed/new/correction', false],
    ['/ru/imed/saved', false],
    ['/ru/imed/case', false],
    ['/ru/admin/sign-in', false],
    ['/ru/admin/imed/new', true],
    ['/ru/admin/imed/people', true],
    ['/ru/admin/imed/profile/names', true],
    ['/ru/admin/imed/profile/notes', true],
    ['/ru/admin/imed/profile/letters', true],
  ] as const)('cost %s no more than their length', async (page, isStaff) => {
    const headers: Record<string, string> = isStaff ? { cookie: await signedIn('lead@imed.example', demoPassword) } : {}
    const forms = formsOf((await ask(page, { headers })).text).filter((fields) =>
      fields.some(([name]) => name.startsWith('$ACTION_')),
    )
    expect(forms.length).toBeGreaterThan(0)
    for (const blank of [' ', '\n', '\u00A0']) {
      for (const fields of forms) {
        const count = Math.floor(ROOM / fields.length / Buffer.byteLength(blank))
        const typed = fields.map(
          ([name, own]) => [name, name.startsWith('$ACTION_') ? own : `x${blank.repeat(count)}x`] as const,
        )
        const { status, ms } = await send(page, typed, headers)
        expect(status, page).toBeLessThan(500)
        expect(ms, `${page}, ${JSON.stringify(blank)}`).toBeLessThan(1_500)
      }
    }
  })
})

describe('a body over the limit', () => {
  const five = Buffer.alloc(5 * 1024 * 1024, 'ж')

  it.each(['ru', 'en'] as const)('gets a page that says so and does not echo it, in %s', async (locale) => {
    const answer = await send(path.replace('ru', locale), [...(await form()), ['details', five]])
    expect(answer.status).toBe(413)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.text).toContain(`<html lang="${locale}">`)
    expect(answer.text).toContain(locale === 'ru' ? 'Отправлено слишком много' : 'Too much was sent')
    expect(answer.text.length).toBeLessThan(5_000)
  })

  it('is refused in every encoding, and by what it announces', async () => {
    const headers = { origin: inject('portal').url }
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'application/json', 'image/png'])
      expect(
        (await ask(path, { method: 'POST', headers: { ...headers, 'content-type': type }, body: five })).status,
      ).toBe(413)
    const announced = {
      ...headers,
      'content-type': 'multipart/form-data; boundary=attack',
      'content-length': '900000000',
    }
    expect((await ask(path, { method: 'POST', headers: announced, body: '--attack' })).status).toBe(413)
  })

  it('is refused while it comes, where it announces nothing', async () => {
    const headers = { origin: inject('portal').url, 'transfer-encoding': 'chunked', 'content-type': 'text/plain' }
    expect((await ask(path, { method: 'POST', headers, body: five })).status).toBe(413)
  })
})

/** Begins a form and never ends it. */
async function slowSender(): Promise<ClientRequest> {
  const { url } = inject('portal')
  const headers = { origin: url, 'content-type': 'text/plain', 'content-length': 2_000 }
  const slow = request(new URL(path, url), { method: 'POST', headers, agent: false })
  slow.on('error', () => undefined)
  slow.write('a')
  const [socket] = (await once(slow, 'socket')) as [Socket]
  if (socket.connecting) await once(socket, 'connect')
  return slow
}

it('many who send slowly hold up nobody at their address', async () => {
  const slow = await Promise.all(Array.from({ length: 100 }, slowSender))
  const answer = await send(path, await form())
  expect(answer.status).toBe(200)
  expect(slow.filter(({ destroyed }) => destroyed)).toEqual([])
  for (const each of slow) each.destroy()
})
