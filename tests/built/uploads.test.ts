import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { useDomain } from '../support/domain'
import { pixel } from '../support/files'
import { floodWithFiles } from '../support/flooded-uploads'
import { filingForm, hiddenFields, scanOf, storedFiles, trusting } from '../support/uploads'

const MB = 1024 * 1024
const { sql } = useDomain()
const words = messages.ru.errors
const small = { name: 'паспорт.png', bytes: pixel }
let web: BuiltWeb
let send: Awaited<ReturnType<typeof filingForm>>

beforeAll(async () => {
  web = await startBuiltWeb(trusting)
  send = await filingForm(web)
}, 240_000)
afterAll(() => web.stop())

const rows = async () => (await sql<{ count: number }[]>`select count(*)::int as count from upload`)[0]?.count

describe('files of a form', () => {
  it('are taken one by one: a mistake elsewhere, or in one of them, loses none of the others', async () => {
    const files = [
      small,
      { name: 'большой.pdf', bytes: scanOf(10 * MB + 1) },
      { name: 'скан.pdf', bytes: scanOf(10 * MB) },
      { name: 'пустой.pdf', bytes: Buffer.alloc(0) },
    ]
    const { status, text, tokens } = await send({
      source: '203.0.113.1',
      files,
      typed: { details: 'Текст, что набран' },
    })
    expect(status).toBe(200)
    expect(text).toContain('Текст, что набран')
    expect(tokens).toHaveLength(2)
    expect(text).toContain(words['file-too-large'])
    expect(text).toContain('большой.pdf')
    expect(text).toContain(words['file-empty'])
    expect(storedFiles()).toHaveLength(2)
    expect(await rows()).toBe(2)
  })

  it('are five at most', async () => {
    const files = Array.from({ length: 7 }, (_, n) => ({ ...small, name: `страница ${n}.png` }))
    const { text, tokens } = await send({ source: '203.0.113.2', files })
    expect(tokens).toHaveLength(5)
    expect(text).toContain(words.tooManyFiles)
  })

  it.each([
    ['of another site', { headers: { origin: 'https://evil.example' } }],
    ['of a form that is none of ours', { typed: { $ACTION_x: '' } }],
    ['of a call that is none', { headers: { 'next-action': 'x' } }],
  ])('%s are not even stored', async (_what, sending) => {
    const before = [storedFiles().length, await rows()]
    const { status } = await send({ source: '203.0.113.3', files: [small], ...sending })
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect([storedFiles().length, await rows()]).toEqual(before)
  })

  it('leave nothing where the sender is gone before the end', async () => {
    const before = [storedFiles().length, await rows()]
    const { hostname, port } = new URL(web.url)
    const sending = request({
      hostname,
      port,
      path: '/ru/imed/new/access',
      method: 'POST',
      headers: { origin: web.url, 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(9 * MB) },
    })
    sending.on('error', () => {})
    const part = (name: string, more = '') => `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`
    for (const [name, value] of await hiddenFields(web)) sending.write(`${part(name)}${value}\r\n`)
    sending.write(part('files', '; filename="a.pdf"'))
    sending.write(scanOf(2 * MB))
    while (!storedFiles().some((name) => name.endsWith('.part'))) await fetch(`${web.url}/api/health`)
    sending.destroy()
    while (storedFiles().some((name) => name.endsWith('.part'))) await fetch(`${web.url}/api/health`)
    expect([storedFiles().length, await rows()]).toEqual(before)
  })
})

describe('a flood of files', () => {
  it('takes little memory, and those of a person pass by it', () => floodWithFiles(web, { flood: 70, people: 30 }))

  it('that never end hold up nobody else', async () => {
    const { hostname, port } = new URL(web.url)
    const hanging = Array.from({ length: 60 }, () => {
      const headers = {
        origin: web.url,
        'x-forwarded-for': '198.51.100.2',
        'content-type': 'multipart/form-data; boundary=b',
        'content-length': String(9 * MB),
      }
      const sending = request({ hostname, port, path: '/ru/imed/new/access', method: 'POST', agent: false, headers })
      sending.on('error', () => {})
      sending.write('--b\r\n')
      return sending
    })
    const begin = performance.now()
    const { status, tokens } = await send({ source: '192.0.2.200', files: [small] })
    expect([status, tokens.length]).toEqual([200, 1])
    expect(performance.now() - begin).toBeLessThan(5_000)
    for (const each of hanging) each.destroy()
  })
})
