import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { getEnv, type Env } from '@/lib/env'

const IV = 12
const TAG = 16
const ID = /^\d{13}-[0-9a-f]{12}$/

/** Where the letters of the demo lie, and the key that seals them. */
export type MailPlace = Pick<Env, 'DATA_DIR' | 'MASTER_KEY'>

export interface StoredMail {
  id: string
  /** When the portal handed it to the mail server. */
  receivedAt: Date
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  email: Email
}

/** The folder of the letters; a test may watch it. */
export const mailFolder = (place: MailPlace = getEnv()) => join(place.DATA_DIR, 'mail')

/** Keeps a letter, sealed: the folder holds no name and no address. Returns its id; ids sort by time. */
export async function saveMail(raw: Buffer, place: MailPlace = getEnv(), now = Date.now()): Promise<string> {
  const id = `${String(now).padStart(13, '0')}-${randomBytes(6).toString('hex')}`
  const folder = mailFolder(place)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `.${id}`), seal(raw, id, place), { mode: 0o600 })
  await rename(join(folder, `.${id}`), join(folder, id))
  return id
}

/** The newest letters first, `limit` of them. */
export async function listMail(place: MailPlace = getEnv(), limit = 100): Promise<StoredMail[]> {
  const names = await readdir(mailFolder(place)).catch(() => [])
  const newest = names
    .filter((name) => ID.test(name))
    .toSorted()
    .reverse()
    .slice(0, limit)
  return Promise.all(newest.map((id) => openMail(id, place)))
}

/** One letter; undefined when there is none of that id. */
export async function readMail(id: string, place: MailPlace = getEnv()): Promise<StoredMail | undefined> {
  if (!ID.test(id)) return undefined
  return openMail(id, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

async function openMail(id: string, place: MailPlace): Promise<StoredMail> {
  const sealed = await readFile(join(mailFolder(place), id))
  const email = await PostalMime.parse(open(sealed, id, place))
  return {
    id,
    receivedAt: new Date(Number(id.split('-')[0])),
    from: email.from?.address ?? '',
    to: (email.to ?? []).flatMap(({ address }) => address ?? []),
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    email,
  }
}

const keyOf = ({ MASTER_KEY }: MailPlace) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(MASTER_KEY, 'base64'), '', 'demo-mail', 32))

function seal(plain: Buffer, id: string, place: MailPlace): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', keyOf(place), iv).setAAD(Buffer.from(id))
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function open(sealed: Buffer, id: string, place: MailPlace): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(place), sealed.subarray(0, IV))
    .setAAD(Buffer.from(id))
    .setAuthTag(sealed.subarray(-TAG))
  return Buffer.concat([decipher.update(sealed.subarray(IV, -TAG)), decipher.final()])
}
