import { describe, expect, it } from 'vitest'
import { faultWords } from '@/app/_ui/form/error-words'
import { messages } from '@/lib/i18n/messages'
import { limits } from '@/lib/limits/model'
import { type Answer, ask } from './helpers/ask'
import { type Fields, formsOf, send } from './helpers/forms'

const filing = '/ru/imed/new/access'
const opening = '/ru/imed/saved'
const keyPage = '/ru/imed/saved/key'
const words = messages.ru.saved

const formAt = async (path: string, changes: Record<string, string>): Promise<Fields> =>
  (formsOf((await ask(path)).text)[0] ?? []).map(([name, value]) => [name, changes[name] ?? value] as const)

const cookieOf = ({ headers }: Answer): string =>
  [headers['set-cookie'] ?? []].flat().find((cookie) => /^(__Host-)?saved-form=/.test(cookie)) ?? ''

/** Saves a form, and reads its key as whoever saved it. */
async function save(details: string): Promise<{ key: string; cookie: string; answer: Answer }> {
  const answer = await send(filing, await formAt(filing, { intent: 'save', details }))
  const cookie = cookieOf(answer).split(';')[0] ?? ''
  const { text } = await ask(keyPage, { headers: { cookie } })
  const shown = /aria-labelledby="key"[^>]*>(.*?)<\/p>/s.exec(text)?.[1] ?? ''
  return { key: shown.replaceAll(/<[^>]*>/g, '').replaceAll(/\D/g, ''), cookie, answer }
}

const tryKey = async (savedKey: string, from: string) => send(opening, await formAt(opening, { savedKey }), {}, from)

describe('a saved form', () => {
  it('leaves its key in no address and no cookie, and both pages in no cache', async () => {
    const { key, cookie, answer } = await save('Сохранено')
    expect(key).toMatch(/^\d{20}$/)
    expect([answer.status, answer.headers.location]).toEqual([303, keyPage])
    expect(JSON.stringify(answer.headers)).not.toContain(key)
    expect(cookieOf(answer)).toMatch(/; Max-Age=600;.*HttpOnly; SameSite=lax/i)
    for (const path of [keyPage, opening, `${filing}?saved`]) {
      const { headers } = await ask(path, { headers: { cookie } })
      expect.soft(String(headers['cache-control']), path).toContain('no-store')
      expect.soft(JSON.stringify(headers), path).not.toContain(key)
    }
    const opened = await tryKey(key, '127.0.0.1')
    expect([opened.status, opened.headers.location]).toEqual([303, `${filing}?saved`])
    expect(cookieOf(opened)).toMatch(/; Max-Age=120;/)
  })

  it('is shown to nobody who comes after, nor at another clinic', async () => {
    const { key, cookie } = await save('Не для всех')
    expect((await ask(`${filing}?saved`, { headers: { cookie } })).text).toContain('Не для всех')
    for (const brought of ['', `${cookie}x`, 'saved-form=']) {
      const headers = { cookie: brought }
      expect((await ask(`${filing}?saved`, { headers })).text).not.toContain('Не для всех')
      expect((await ask(keyPage, { headers })).headers.location).toBe(opening)
    }
    const elsewhere = '/ru/caop1/new/access?saved'
    expect((await ask(elsewhere, { headers: { cookie } })).text).not.toContain('Не для всех')
    expect((await ask('/ru/caop1/saved/key', { headers: { cookie } })).text).not.toContain(key.slice(0, 4))
    expect((await ask(filing, { headers: { cookie } })).text).not.toContain('Не для всех')
  })

  it.each(['x[]', 'details', 'savedForm'])('of 80,000 fields %s is answered at once', { retry: 5 }, async (name) => {
    const fields = await formAt(filing, { intent: 'save' })
    const more = Array.from({ length: 80_000 }, (_, n) => [name, String(n)] as const)
    const { status, ms } = await send(filing, [...fields, ...more])
    expect([status, ms < 500]).toEqual([413, true])
  })

  it('is of no more than its fields take', async () => {
    const tooLong = await send(filing, await formAt(filing, { intent: 'save', details: 'я'.repeat(5_001) }))
    expect([tooLong.status, tooLong.text.includes(faultWords('tooLong 5000', messages.ru.errors))]).toEqual([200, true])
    expect(cookieOf(tooLong)).toBe('')
    const odd = { savedForm: 'x'.repeat(300), kind: 'theft' }
    expect((await send(filing, await formAt(filing, { intent: 'save', ...odd }))).status).toBe(200)
    const others = Array.from({ length: 900 }, (_, n) => [`f${n}`, 'x'.repeat(500)] as const)
    const { status } = await send(filing, [...(await formAt(filing, { intent: 'save' })), ...others])
    expect(status).toBe(303)
  })
})

describe('guessing keys', () => {
  it('soon has to wait, with the right one as well, and nobody else has', async () => {
    const { key } = await save('Угадай')
    const wrong = (n: number) => `${String(n).padStart(4, '0')}${key.slice(4)}`
    const guesses: Answer[] = []
    for (let n = 0; n <= limits['wrong-key-source'].most; n += 1) {
      if (wrong(n) !== key) guesses.push(await tryKey(wrong(n), '127.0.0.7'))
    }
    const isTold = ({ text }: Answer, sentence: string) => text.includes(sentence.slice(0, 30).replaceAll('"', ''))
    expect(guesses.slice(0, -1).every((answer) => isTold(answer, words.enter.wrong))).toBe(true)
    const last = await tryKey(key, '127.0.0.7')
    expect([last.status, isTold(last, words.enter.tooMany), cookieOf(last)]).toEqual([200, true, ''])
    expect((await tryKey(key, '127.0.0.8')).status).toBe(303)
  }, 120_000)
})
