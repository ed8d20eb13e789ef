import { afterAll, beforeAll, expect, it } from 'vitest'
import { messages } from '@/lib/i18n/messages'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { useDomain } from '../support/domain'
import { pixel } from '../support/files'
import { filingForm, scanOf, storedFiles } from '../support/uploads'

const MB = 1024 * 1024
useDomain()
let web: BuiltWeb
beforeAll(async () => {
  web = await startBuiltWeb({}, { largestFile: 4 * MB })
}, 240_000)
afterAll(() => web.stop())

it('a file that the disk has no room for is told so; what was typed, and what did fit, is kept', async () => {
  const send = await filingForm(web)
  const files = [
    { name: 'паспорт.png', bytes: pixel },
    { name: 'скан.pdf', bytes: scanOf(9 * MB) },
  ]
  const { status, text, tokens } = await send({ files, typed: { details: 'Текст, что набран' } })
  expect(status).toBe(200)
  expect(text).toContain(messages.ru.errors['no-room'])
  expect(text).toContain('Текст, что набран')
  expect(tokens).toHaveLength(1)
  expect(storedFiles()).toHaveLength(1)
})
