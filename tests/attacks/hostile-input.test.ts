import { beforeAll, describe, expect, inject, it } from 'vitest'
import { demoPassword } from '@/db/demo/accounts'
import { handlerRoutes, pageRoutes } from '../support/routes'
import { ask } from './helpers/ask'
import { encoded, formsOf, send, signedIn } from './helpers/forms'

const segments = [
  ...['%', '%25', '%2', '%zz', '%00', 'a%00b', '%0a', '%2f', '%5c', '%2e%2e', '%ff', '%ed%a0%80', '%E0%A4%A'],
  ...[
    '__proto__',
    'constructor',
    '[operator]',
    '$ACTION_ID',
    '*',
    '~',
    "'",
    '%22%3E',
    'x'.repeat(3_000),
    '%f0%9f%92%a9',
  ],
]
const queries = [
  '%',
  '%00',
  'a=%00',
  'q=%',
  'q=%ff',
  'q=%ed%a0%80',
  'year=NaN',
  'year=1e9',
  'after=%7B',
  'a[]=1&a[]=2',
  '__proto__=1',
]
const known: Record<string, string> = { locale: 'ru', operator: 'imed', kind: 'access', year: '2026', file: '2026.csv' }
let officer: string

/** A route with its segments filled in: those that are known, and one of them, or all, with what is hostile. */
function hostile(route: string): string[] {
  const names = [...route.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name)
  const filled = (at: string | undefined, value: string) =>
    route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => (name === at ? value : (known[name] ?? 'x')))
  return names.flatMap((name) => segments.map((segment) => filled(name, segment)))
}

beforeAll(async () => {
  officer = await signedIn('lead@imed.example', demoPassword)
})

async function expectNoFault(paths: readonly string[], headers: Record<string, string> = {}): Promise<void> {
  for (const path of paths) {
    const { status } = await ask(path, { headers })
    expect.soft(status, path.slice(0, 120)).toBeLessThan(500)
  }
}

describe('addresses', () => {
  it.each([...pageRoutes(), ...handlerRoutes()])('%s answers whatever stands in it', async (route) => {
    await expectNoFault(hostile(route), { cookie: officer })
  })

  it.each([...pageRoutes(), ...handlerRoutes()])('%s answers whatever is asked of it', async (route) => {
    const path = route.replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => known[name] ?? 'x')
    await expectNoFault(
      queries.map((query) => `${path}?${query}`),
      { cookie: officer },
    )
  })

  it('what is no address is not found, in its language', async () => {
    for (const path of ['/ru/to/%', '/ru/to/%25', '/ru/imed/receipt/%00', '/en/to/%E0%A4%A']) {
      const { status, text } = await ask(path)
      expect
        .soft([status, text.includes(path.startsWith('/ru') ? 'Такой страницы нет' : 'There is no such page')], path)
        .toEqual([404, true])
    }
  })
})

describe('headers', () => {
  const values = [
    '%',
    '%00',
    '%ff',
    'a=b',
    '"',
    '{',
    'x~y',
    '%00~%00~%00',
    'imed~%00~%00',
    '='.repeat(50),
    'e30.e30.e30',
    'x'.repeat(6_000),
  ]
  const paths = [
    '/ru',
    '/ru/imed',
    '/ru/imed/case',
    '/ru/imed/case/X',
    '/ru/imed/saved/key',
    '/ru/imed/new/access?saved',
    '/ru/admin',
    '/ru/admin/imed/queue',
    '/api/files/imed/x',
  ]

  it.each(['staff', 'requester', 'saved-form', 'portal-locale', 'NEXT_LOCALE', '__Host-staff'])(
    'a broken cookie %s is no cookie',
    async (name) => {
      for (const value of values) await expectNoFault(paths, { cookie: `${name}=${value}` })
    },
  )

  it.each([
    'referer',
    'accept-language',
    'user-agent',
    'rsc',
    'next-router-state-tree',
    'next-url',
    'accept',
    'range',
    'if-none-match',
    'x-forwarded-for',
  ])('a broken %s does no harm', async (name) => {
    for (const value of values) await expectNoFault(['/ru', '/ru/imed/case', '/ru/admin/sign-in'], { [name]: value })
  })

  it('a form is answered in the language of its page, whatever the referer', async () => {
    const path = '/en/imed/case'
    const [form = []] = formsOf((await ask(path)).text)
    for (const referer of ['http://%', '/', 'javascript:', `${inject('portal').url}/ru/imed`]) {
      const answer = await send(path, form, { referer })
      expect.soft([answer.status, answer.text.includes('<html lang="en"')], referer).toEqual([200, true])
    }
  })
})

describe('forms', () => {
  const values: [string, string | Buffer][] = [
    ['NUL', 'a\0b'],
    ['NUL alone', '\0'],
    ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80])],
    ['bytes of no text', Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28])],
    ['an object', '{"__proto__":{"a":1}}'],
    ['a long text', 'x'.repeat(20_000)],
    ['direction marks', '\u202Efdp.exe\u2066'],
    ['a number of no size', '9'.repeat(400)],
  ]
  const pages = [
    '/ru/imed/new/access',
    '/ru/imed/new/correction',
    '/ru/imed/saved',
    '/ru/imed/case',
    '/ru/admin/sign-in',
  ]
  const officers = [
    '/ru/admin',
    '/ru/admin/imed/queue',
    '/ru/admin/imed/new',
    '/ru/admin/imed/settings',
    '/ru/admin/calendars',
    '/ru/admin/imed/mail',
  ]

  /** Fields that React reads: they are tried in floods.test.ts. */
  const isReacts = (name: string) => name.startsWith('$ACTION_')

  async function attack(path: string, cookie: string): Promise<number> {
    const { text } = await ask(path, { headers: { cookie } })
    const forms = formsOf(text).filter((form) => form.some(([name]) => isReacts(name)))
    for (const form of forms)
      for (const [what, value] of values) {
        const fields = form.map(([name, own]) => [name, isReacts(name) ? own : value] as const)
        const { status } = await send(path, fields, { cookie })
        expect.soft(status, `${path}: ${what}`).toBeLessThan(500)
      }
    return forms.length
  }

  it.each(pages)('%s answers whatever is typed', async (path) => {
    expect(await attack(path, 'portal-locale=ru')).toBeGreaterThan(0)
  })

  it('so do the pages of officers, and of one case', async () => {
    const queue = (await ask('/ru/admin/imed/queue', { headers: { cookie: officer } })).text
    const requests = [
      ...new Set([...queue.matchAll(/\/ru\/admin\/imed\/requests\/[\da-f-]{36}/g)].map(([path]) => path)),
    ]
    let forms = 0
    for (const path of [...officers, ...requests.slice(0, 1)]) forms += await attack(path, officer)
    expect(forms).toBeGreaterThan(5)
  })

  it('calls with other arguments than the action has', async () => {
    const list = ['[]', '[""]', '["$undefined"]', '[{}]', '["$K1"]', '["imed","$K1"]', '["$K1","$K1","$K1","$K1"]']
    const headers = { origin: inject('portal').url, cookie: officer }
    for (const path of [...pages, ...officers]) {
      const action = formsOf((await ask(path, { headers: { cookie: officer } })).text)
      const ids = action
        .flat()
        .flatMap(([name, value]) =>
          name.endsWith(':0') ? [(JSON.parse(value) as { id: string }).id] : name.split('$ACTION_ID_').slice(1),
        )
      for (const id of new Set(ids))
        for (const call of [...list, '["imed","X","$undefined","$K1"]']) {
          const body = encoded([
            ['_1_a', 'b'],
            ['0', call],
          ])
          const asForm = { ...headers, 'next-action': id, 'content-type': 'multipart/form-data; boundary=attack' }
          expect
            .soft((await ask(path, { method: 'POST', headers: asForm, body })).status, `${path} ${call}`)
            .toBeLessThan(500)
          const asText = { ...headers, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' }
          expect
            .soft((await ask(path, { method: 'POST', headers: asText, body: call })).status, `${path} ${call}`)
            .toBeLessThan(500)
        }
    }
  })

  it('names that contradict each other, or reach for a prototype', async () => {
    const path = '/ru/imed/new/access'
    const [form = []] = formsOf((await ask(path)).text)
    const names = [
      '__proto__.a',
      'a.__proto__.b',
      'a',
      'a.b',
      'a.b.c',
      'a[]',
      '[]',
      '.',
      '..',
      '?',
      '',
      '$ACTION_',
      'x'.repeat(500),
      'uploads',
      'uploads.length',
      'subject',
      'subject[]',
      'uploads[].x',
    ]
    for (const name of names) {
      const { status } = await send(path, [...form, [name, '1'], [name, '2']])
      expect.soft(status, name).toBeLessThan(500)
    }
  })

  it('a body that is no form', async () => {
    const bodies = [
      '',
      '--attack',
      '--attack\r\n',
      '--attack\r\n\r\n\r\n--attack--',
      '--attack\r\nContent-Disposition: form-data\r\n\r\nx\r\n--attack--',
    ]
    for (const type of [
      'multipart/form-data',
      'multipart/form-data; boundary=',
      'multipart/form-data; boundary=attack',
      'application/json',
      '%',
    ])
      for (const body of bodies) {
        const { status } = await ask('/ru/imed/case', {
          method: 'POST',
          headers: { origin: inject('portal').url, 'content-type': type },
          body,
        })
        expect.soft(status, `${type} ${body}`).toBeLessThan(500)
      }
  })
})
