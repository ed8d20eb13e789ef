import { locales } from '@/db/enums'
import { operatorProfiles } from '@/db/operators'
import { listMail, type StoredMail } from '@/lib/demo-mail/store'
import { testPortal } from '../support/portal'
import { expect, test } from './test'
import { messages } from './helpers/words'

// Runs when all other tests have: it looks at every letter that they caused.

const clinics = operatorProfiles.flatMap(({ slug, name, legalName, site }) => [
  ...[slug, name.ru, name.en, bare(legalName.ru), bare(legalName.en)],
  site && new URL(site).hostname,
])
const kinds = locales.flatMap((locale) =>
  [messages[locale].kinds.title, messages[locale].kinds.name, messages[locale].admin.kind].flatMap(Object.values),
)
const people = ['Ветров', 'Лидия', 'Лидии']

function bare(legalName: string): string {
  return /[«“](.+)[»”]/.exec(legalName)?.[1] ?? legalName
}

/** All that a mailbox shows, or a mail server may keep, of a letter. */
const everythingOf = ({ subject, text, html, email }: StoredMail): string =>
  [subject, text, html, ...email.headers.map(({ key, value }) => `${key}: ${value}`)].join('\n')

const namedIn = (text: string, words: readonly (string | null)[]) =>
  words.filter((word) => word && text.toLowerCase().includes(word.toLowerCase()))

const isToStaff = ({ to }: StoredMail) => to.some((address) => !address.endsWith('@patients.example'))

function allMails(): Promise<StoredMail[]> {
  const { dataDir, masterKey } = testPortal()
  return listMail({ DATA_DIR: dataDir, MASTER_KEY: masterKey }, 10_000)
}

test('no letter to a patient names the clinic, the kind of the request, or the person', async () => {
  const mails = (await allMails()).filter((mail) => !isToStaff(mail))
  expect(mails.length).toBeGreaterThan(10)
  for (const mail of mails) {
    expect.soft(namedIn(everythingOf(mail), [...clinics, ...kinds, ...people]), mail.subject).toEqual([])
  }
})

test('no letter to staff names the person, nor its subject the clinic or the kind', async () => {
  const mails = (await allMails()).filter(isToStaff)
  expect(mails.length).toBeGreaterThan(10)
  for (const mail of mails) {
    expect.soft(namedIn(everythingOf(mail), people), mail.subject).toEqual([])
    expect.soft(namedIn(mail.subject, [...clinics, ...kinds]), mail.subject).toEqual([])
  }
})
