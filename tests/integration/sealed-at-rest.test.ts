import { randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { startMailCatcher } from '@/lib/cli/mail-catcher'
import { execute, type Result } from '@/lib/core/command'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { listMail } from '@/lib/demo-mail/store'
import { takeUpload } from '@/lib/documents/take-upload'
import { sampleScan } from '@/lib/demo/sample-scan'
import { getEnv } from '@/lib/env'
import { deliverMail } from '@/lib/mail/deliver'
import { createTransport } from '@/lib/mail/transport'
import { fileRequest } from '@/lib/requests/file-request'
import { getOwnCase, getRequestCase } from '@/lib/requests/queries'
import { searchRequests } from '@/lib/requests/search'
import { takeRequest } from '@/lib/requests/take-request'
import { saveForm } from '@/lib/saved-forms/save-form'
import { requestCode } from '@/lib/sessions/request-code'
import { clinicOf, makeCodes, publicAt, requestForm, requesterAt, staffAt, useDomain } from '../support/domain'
import { needleFinder, needlesOf } from '../support/needles'

/** Everything that tells who the person is or what they wrote; no other test, and no text of the portal, has it. */
const secrets = {
  lastName: 'Верещагонова',
  firstName: 'Аделаидушка',
  middleName: 'Всеславовишна',
  birthDate: '1913-07-29',
  agent: 'Кривошеинский',
  agentDocument: '77 ЯЯ 9182736',
  email: 'zu.zelinda.quark@patients.example',
  mailbox: 'zu.zelinda.quark',
  phone: '+7 (900) 731-55-86',
  passport: '8317 640295',
  issuer: 'Тмутараканским ОВД',
  contract: 'ЩЩ-7731/Ъ',
  patient: 'PAT-55-817263',
  details: 'пропавшие слепки зубов',
  wrong: 'улица Неверная-Выдуманная',
  right: 'переулок Исправленный-Вымышленный',
  question: 'просим назвать цвет папки',
  reply: 'папка была бирюзовая',
  letter: 'слепки нашлись в шкафу',
  fileName: 'снимок-страницы-семнадцать',
  fileText: 'Zelinda Quark scan 4711',
}
const needles = Object.values(secrets).flatMap(needlesOf)
// Seven digits and more, as a search field might keep them.
for (const text of [secrets.phone, secrets.passport]) needles.push(...needlesOf(text.replaceAll(/\D/g, '')))

const find = needleFinder(needles)

const NOW = new Date()
const { sql, hire, ...database } = useDomain()
let mails = 0

const must = <V>(result: Result<V, string>): V => {
  if (!result.ok) throw new Error(JSON.stringify(result))
  return result.value
}

beforeAll(async () => {
  const clinic = await clinicOf('caop1')
  const officer = await hire(clinic, 'lead')
  const visitor = publicAt(clinic, NOW)
  const staff = staffAt(officer, NOW)
  const { lastName, firstName, middleName, birthDate, email, phone } = secrets
  const bytes = sampleScan(secrets.fileText)
  const upload = must(await takeUpload(visitor, { name: `${secrets.fileName}.pdf`, bytes }))
  const { requestId, reference } = must(
    await execute(
      fileRequest,
      visitor,
      requestForm({
        kind: 'correction',
        requesterType: 'representative',
        subject: { lastName, firstName, middleName, birthDate },
        representative: { lastName: secrets.agent, firstName: 'Ян', document: secrets.agentDocument },
        contact: { email, phone },
        details: secrets.details,
        correction: { wrong: secrets.wrong, right: secrets.right },
        identity: { document: 'passport', number: secrets.passport, issuedOn: '2003-03-03', issuer: secrets.issuer },
        relation: { contractNumber: secrets.contract, patientNumber: secrets.patient },
        signature: { statement: true, name: `${secrets.agent} Ян` },
        uploads: [upload.token],
      }),
    ),
  )
  const form = {
    'subject.lastName': lastName,
    'subject.firstName': firstName,
    'contact.email': email,
    'contact.phone': phone,
    details: secrets.details,
    'identity.number': secrets.passport,
    'uploadNames[]': [`x ${secrets.fileName}.pdf`],
  }
  must(await execute(saveForm, visitor, { kind: 'access', values: form }))
  // The mails are compiled, sent, and caught by the demo's own catcher, which keeps them in the data folder.
  const catcher = await startMailCatcher(getEnv())
  const transport = createTransport(catcher.url)
  const deliverAll = async () => {
    for (const { id } of await sql`select id from mail where state = 'queued'`) {
      await deliverMail(transport, { operatorId: clinic.id, mailId: String(id) }, () => NOW)
    }
  }
  const requester = requesterAt(clinic, requestId, NOW)
  must(await execute(takeRequest, staff, { requestId }))
  must(await execute(askQuestion, staff, { submissionId: randomUUID(), requestId, text: secrets.question }))
  must(await execute(sendMessage, requester, { submissionId: randomUUID(), requestId, text: secrets.reply }))
  must(await execute(requestCode, visitor, { reference, email, locale: 'ru' }))
  await makeCodes(sql, clinic, NOW)
  for (const text of [email, phone, lastName]) expect(await searchRequests(staff, text)).toHaveLength(1)
  await deliverAll()
  must(await execute(saveAnswer, staff, { requestId, outcome: 'fulfilled', letter: secrets.letter }))
  must(await execute(releaseAnswer, staff, { requestId, version: 1 }))
  expect((await getRequestCase(staff, requestId)).personal.subject.lastName).toBe(lastName)
  expect((await getOwnCase(requester)).answer?.letter).toBe(secrets.letter)

  await deliverAll()
  transport.close()
  await catcher.stop()
  mails = (await listMail(getEnv())).length
}, 60_000)

/** What is found, and where, in every column of every table, as text or, for bytes, as they are. */
async function searchColumns(): Promise<string[]> {
  const columns = await sql`
    select table_schema as schema, table_name as table, column_name as column, data_type as type
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`
  expect(columns.length).toBeGreaterThan(150)
  const found: string[] = []
  for (const { schema, table, column, type } of columns) {
    const cast = type === 'bytea' ? sql`` : sql`::text`
    const rows = await sql`select ${sql(column)}${cast} as value from ${sql(schema)}.${sql(table)}`
    const all = rows.map(({ value }) => (Buffer.isBuffer(value) ? value : Buffer.from(String(value ?? ''))))
    const place = `${schema}.${table}.${column}`
    found.push(...find(Buffer.concat(all.flatMap((value) => [value, Buffer.of(0)]))).map((hit) => `${place} ${hit}`))
  }
  return found
}

async function searchFiles(folder: string): Promise<{ found: string[]; bytes: number }> {
  const found: string[] = []
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    // Databases of other tests come and go beside ours.
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
      return Buffer.alloc(0)
    })
    bytes += content.length
    found.push(...find(content).map((hit) => `${path.slice(folder.length)} ${hit}`))
    found.push(...find(Buffer.from(path)).map((hit) => `name of ${path.slice(folder.length)} ${hit}`))
  }
  return { found, bytes }
}

/** The files of our database, what all databases share, and the log of every write there was. */
async function searchCluster(): Promise<{ found: string[]; bytes: number }> {
  await sql`checkpoint`
  const [row] =
    await sql`select current_setting('data_directory') as dir, oid::text from pg_database where datname = ${database.name}`
  const dir = String(row?.['dir'])
  const results = await Promise.all(
    [join('base', String(row?.['oid'])), 'pg_wal', 'global', 'pg_xact', 'pg_stat'].map((part) =>
      searchFiles(join(dir, part)),
    ),
  )
  return { found: results.flatMap(({ found }) => found), bytes: results.reduce((sum, { bytes }) => sum + bytes, 0) }
}

describe('what a person wrote', () => {
  it('was all there, and was mailed', () => {
    expect(needles.length).toBeGreaterThan(200)
    expect(mails).toBeGreaterThan(4)
  })

  it('is in no column of any table, in no form', async () => {
    expect(await searchColumns()).toEqual([])
  })

  it('is in no file of the data folder', async () => {
    const { found, bytes } = await searchFiles(getEnv().DATA_DIR)
    expect(found).toEqual([])
    expect(bytes).toBeGreaterThan(5_000)
  })

  it('is neither in the tables’ files on the disk nor in the write-ahead log', async () => {
    const { found, bytes } = await searchCluster()
    expect(found).toEqual([])
    expect(bytes).toBeGreaterThan(10_000_000)
  })

  it('would be found if it were there', async () => {
    const forms = needlesOf(secrets.lastName)
    await sql`create table planted (text text, json jsonb, bytes bytea)`
    for (const { bytes } of forms) await sql`insert into planted (bytes) values (${bytes})`
    await sql`insert into planted (text, json) values (${secrets.email}, ${sql.json({ name: secrets.details })})`
    const columns = await searchColumns()
    for (const { form } of forms) expect(columns).toContain(`public.planted.bytes ${form}: ${secrets.lastName}`)
    expect(columns).toContain(`public.planted.text utf8: ${secrets.email}`)
    expect(columns).toContain(`public.planted.json utf8: ${secrets.details}`)
    const { found } = await searchCluster()
    const places = (hit: string) =>
      found.filter((line) => line.endsWith(` ${hit}`)).map((line) => line.split('/')[1] ?? '')
    expect(places(`utf8: ${secrets.email}`).length).toBeGreaterThan(1) // the heap and the log
    for (const { form } of forms) expect(places(`${form}: ${secrets.lastName}`).length).toBeGreaterThan(0)
  })
})
