import { locales } from '@/db/enums'
import { operatorProfiles } from '@/db/operators'
import { listMail, type StoredMail } from '@/lib/demo-mail/store'
import { testPortal } from '../support/portal'
import { expect, test } from './test'
import { messages } from './helpers/words'

// Runs when all other tests have: it looks at every letter that they caused.

const clinics = operatorProfiles.flatMap(({ slug, name, legalName, site }) =>
  [slug, name.ru, name.en, bare(legalName.ru), bare(legalName.en), site && new URL(site).hostname].filter(Boolean),
)
const kinds = locales.flatMap((locale) =>
  [messages[locale].kinds.title, messages[locale].kinds.name, messages[locale].admin.kind].flatMap(Object.values),
)
const people = ['Ветров', 'Лидия', 'Лидии']

function bare(legalName: string): string {
  return /[«“](.+)[»”]/.exec(legalName)?.[1] ?? legalName
}

/** All that a mailbox shows, or a mail server may keep, of a letter. */
const everythingOf = ({ subject, text, html, email }: StoredMail): string =>
  [subject, text, html, ...email.headers.map(({ key, value }) => `${key}: ${value}`)].join('\n').toLowerCase()

test('no letter names the clinic, the kind of the request, or the person', async () => {
  const { dataDir, masterKey } = testPortal()
  const mails = await listMail({ DATA_DIR: dataDir, MASTER_KEY: masterKey }, 10_000)
  expect(mails.length).toBeGreaterThan(10)
  for (const mail of mails) {
    const told = everythingOf(mail)
    const named = [...clinics, ...kinds, ...people].filter((word) => told.includes(String(word).toLowerCase()))
    expect.soft(named, `${mail.subject}, to ${mail.to.join()}`).toEqual([])
  }
})
