import { describe, expect, it } from 'vitest'
import { asActor } from '@/lib/core/database'
import { sampleScan } from '@/lib/demo/sample-scan'
import { getFileFor } from '@/lib/documents/queries'
import { listRepeated } from '@/lib/documents/repeated'
import { takeUpload } from '@/lib/documents/take-upload'
import { getRequestCase } from '@/lib/requests/queries'
import { getRequestVault } from '@/lib/vault/request-vault'
import { clinicOf, fileAt, publicAt, staffAt, useDomain } from '../support/domain'
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
