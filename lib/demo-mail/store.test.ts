import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { listMail, mailFolder, readMail, saveMail } from './store'

const place = {
  DATA_DIR: mkdtempSync(join(tmpdir(), 'portal-mail-')),
  MASTER_KEY: randomBytes(32).toString('base64'),
}
afterAll(() => rmSync(place.DATA_DIR, { recursive: true }))

const letter = (subject: string) =>
  Buffer.from(`From: portal@portal.test\r\nTo: anna@patient.test\r\nSubject: ${subject}\r\n\r\nЗдравствуйте, Анна\r\n`)

it('gives back what it keeps, the newest first', async () => {
  await saveMail(letter('first'), place, 1_000)
  const id = await saveMail(letter('second'), place, 2_000)
  expect((await listMail(place)).map((mail) => mail.subject)).toEqual(['second', 'first'])
  expect(await readMail(id, place)).toMatchObject({ to: ['anna@patient.test'], receivedAt: new Date(2_000) })
})

it('keeps neither a name nor an address readable', () => {
  const stored = readdirSync(mailFolder(place)).map((name) => readFileSync(join(mailFolder(place), name)))
  expect(stored.length).toBeGreaterThan(0)
  for (const bytes of stored) {
    for (const word of ['anna@patient.test', 'Анна']) expect(bytes.includes(word)).toBe(false)
  }
})

it('refuses a letter put under another name, and finds none outside its folder', async () => {
  const id = await saveMail(letter('third'), place, 3_000)
  const other = '0000000009999-000000000000'
  writeFileSync(join(mailFolder(place), other), readFileSync(join(mailFolder(place), id)))
  await expect(readMail(other, place)).rejects.toThrow()
  expect(await readMail('../secrets.json', place)).toBeUndefined()
  expect(await readMail('0000000009999-0000000000ff', place)).toBeUndefined()
})
