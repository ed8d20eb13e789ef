import { describe, expect, it } from 'vitest'
import { execute } from '@/lib/core/command'
import { asActor } from '@/lib/core/database'
import { sendMessage } from '@/lib/correspondence/send-message'
import { sampleScan } from '@/lib/demo/sample-scan'
import { getFileFor } from '@/lib/documents/queries'
import { listRepeated } from '@/lib/documents/repeated'
import { takeUpload } from '@/lib/documents/take-upload'
import { getOwnCase, getRequestCase } from '@/lib/requests/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { clinicOf, fileAt, publicAt, requesterAt, staffAt, useDomain } from '../support/domain'
import { pixel } from '../support/files'

const NOW = new Date('2026-12-01T09:00:00Z')
const { sql, hire } = useDomain()

describe('a file', () => {
  it('is stored, listed and served under a name that says what it is', async () => {
    const clinic = await clinicOf('imed')
    const staff = staffAt(await hire(clinic), NOW)
    const sent = [
      ['..\\скан\u202Efdp.hta', sampleScan('A scan')],
      ['паспорт.exe', pixel],
      ['CON.png', pixel],
    ] as const
    const tokens: string[] = []
    for (const [name, bytes] of sent) {
      const taken = await takeUpload(publicAt(clinic, NOW), { name, bytes })
      if (!taken.ok) throw new Error(taken.reason)
      tokens.push(taken.value.token)
    }
    const { requestId } = await fileAt(clinic, NOW, { uploads: tokens })
    const { files } = await getRequestCase(staff, requestId)
    expect(files.map(({ name }) => name)).toEqual(['сканfdp.pdf', 'паспорт.png', '_CON.png'])
    for (const { id, name, mediaType } of files) expect(await getFileFor(staff, id)).toMatchObject({ name, mediaType })
  })

  it('keeps its place among the others, as the person sent them', async () => {
    const clinic = await clinicOf('imed')
    const staff = staffAt(await hire(clinic), NOW)
    const names = Array.from({ length: 5 }, (_, n) => `${n}.png`)
    const taken = await Promise.all(names.map((name) => takeUpload(publicAt(clinic, NOW), { name, bytes: pixel })))
    const sent = names.map((name, n) => ({ name, token: taken[n]?.ok ? taken[n].value.token : '' })).reverse()
    const { requestId } = await fileAt(clinic, NOW, { uploads: sent.map(({ token }) => token) })
    const { files } = await getRequestCase(staff, requestId)
    expect(files.map(({ name }) => name)).toEqual(sent.map(({ name }) => name))
  })

  it('that was stored before names were looked at is served under a safe one as well', async () => {
    const clinic = await clinicOf('imed')
    const staff = staffAt(await hire(clinic), NOW)
    const taken = await takeUpload(publicAt(clinic, NOW), { name: 'a.png', bytes: pixel })
    if (!taken.ok) throw new Error(taken.reason)
    const { requestId } = await fileAt(clinic, NOW, { uploads: [taken.value.token] })
    const [row] = await sql`select id from attachment where request_id = ${requestId}`
    const id = String(row?.['id'])
    const vault = await asActor(staff.actor, (tx) => getRequestVault(tx, requestId))
    await sql`update attachment set name = ${vault.seal('attachment:name', id, 'gnp\u202E.html')} where id = ${id}`
    expect((await getFileFor(staff, id)).name).toBe('gnp.png')
    expect((await getRequestCase(staff, requestId)).files.map(({ name }) => name)).toEqual(['gnp.png'])
  })

  it('that waits a second time is told by its name, size and content', async () => {
    const [clinic, other] = [await clinicOf('imed'), await clinicOf('imvizhn')]
    const scan = sampleScan('A scan')
    const sent = [
      ['скан.pdf', scan],
      ['скан.pdf', sampleScan('a scan')],
      ['копия.pdf', scan],
      ['скан.pdf', scan],
      ['скан.pdf', scan],
    ] as const
    const tokens: string[] = []
    for (const [name, bytes] of sent) {
      const taken = await takeUpload(publicAt(clinic, NOW), { name, bytes })
      if (!taken.ok) throw new Error(taken.reason)
      tokens.push(taken.value.token)
    }
    expect(await listRepeated(publicAt(clinic, NOW), [...tokens, 'nothing', tokens[0] ?? ''])).toEqual(tokens.slice(3))
    expect(await listRepeated(publicAt(clinic, NOW), tokens.slice(0, 3))).toEqual([])
    expect(await listRepeated(publicAt(other, NOW), tokens)).toEqual([])
  })

  it.each([
    ['скан.pdf', '%PDF-1.7 and nothing more', 'file-damaged'],
    ['подпись.sig', '0\x82', 'file-type'],
    ['письмо.rtf', '{\\rtf1 Здравствуйте}', 'file-office'],
    ['пусто.pdf', '', 'file-empty'],
  ])('%s of no such kind is refused, and nothing is kept', async (name, text, reason) => {
    const visitor = publicAt(await clinicOf('imed'), NOW)
    const [before] = await sql`select count(*)::int as count from upload`
    const bytes = Buffer.from(text, 'latin1')
    expect(await takeUpload(visitor, { name, bytes })).toEqual({ ok: false, reason })
    expect(await sql`select count(*)::int as count from upload`).toEqual([before])
  })
})

describe('files that come with a message', () => {
  const sent = async (fileNames: string[]) => {
    const clinic = await clinicOf('imed')
    const take = async (name: string) => {
      const taken = await takeUpload(publicAt(clinic, NOW), { name, bytes: pixel })
      if (!taken.ok) throw new Error(taken.reason)
      return taken.value.token
    }
    const { requestId } = await fileAt(clinic, NOW)
    const person = requesterAt(clinic, requestId, NOW)
    const submissionId = crypto.randomUUID()
    const send = async (text: string, names: string[]) => {
      const uploads = await Promise.all(names.map(take))
      return execute(sendMessage, person, { submissionId, requestId, text, uploads, fileNames: names })
    }
    return { clinic, requestId, person, send, first: await send('', fileNames) }
  }

  it('stand with it, for the person and for the clinic, and say so in the log', async () => {
    const { clinic, requestId, person, first } = await sent(['договор.png', 'паспорт.png'])
    expect(first).toMatchObject({ ok: true })
    const staff = staffAt(await hire(clinic), NOW)
    for (const { messages, files } of [await getOwnCase(person), await getRequestCase(staff, requestId)]) {
      expect(messages.map(({ text }) => text)).toEqual([''])
      expect(files.map(({ name, messageId }) => [name, messageId])).toEqual([
        ['договор.png', messages[0]?.id],
        ['паспорт.png', messages[0]?.id],
      ])
    }
    expect(
      await sql`select data from audit_event where request_id = ${requestId} and action = 'message.received'`,
    ).toEqual([{ data: { files: 2 } }])
  })

  it('are one message when they arrive again, and another when they are others', async () => {
    const { person, send } = await sent(['договор.png'])
    expect(await send('', ['договор.png'])).toMatchObject({ ok: true })
    expect((await getOwnCase(person)).messages).toHaveLength(1)
    expect(await send('', ['другой.png'])).toMatchObject({ ok: true })
    const { messages, files } = await getOwnCase(person)
    expect([messages.length, files.length]).toEqual([2, 2])
  })

  it('may be left out, but not together with words', async () => {
    const { person, requestId, first } = await sent([])
    expect(first).toMatchObject({ ok: false, fields: { text: ['required'] } })
    const gone = { submissionId: crypto.randomUUID(), requestId, text: 'Вот он', uploads: ['gone'] }
    expect(await execute(sendMessage, person, gone)).toEqual({ ok: false, reason: 'upload-expired' })
    expect((await getOwnCase(person)).messages).toEqual([])
  })

  it('are no more than a case takes', async () => {
    const { person, send } = await sent(['0.png'])
    const names = (from: number) => Array.from({ length: 5 }, (_, n) => `${from + n}.png`)
    for (let turn = 0; turn < 9; turn += 1) expect(await send('', names(turn * 5))).toMatchObject({ ok: true })
    expect(await send('', names(90))).toMatchObject({ ok: false, fields: { uploads: ['case-files-full'] } })
    expect((await getOwnCase(person)).files).toHaveLength(46)
  })
})
