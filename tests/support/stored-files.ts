import { randomBytes, randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { inScope } from '@/db/client'
import { execute } from '@/lib/core/command'
import { getDatabase } from '@/lib/core/database'
import { sampleScan } from '@/lib/demo/sample-scan'
import { purgeUploads } from '@/lib/documents/purge-uploads'
import { getFileFor } from '@/lib/documents/queries'
import { roomLimits } from '@/lib/documents/limits'
import { stageUpload } from '@/lib/documents/stage-upload'
import { sweepFiles } from '@/lib/documents/sweep-files'
import { takeUpload } from '@/lib/documents/take-upload'
import { eraseData } from '@/lib/retention/erase'
import { fileRequest } from '@/lib/requests/file-request'
import { deleteFile, getFile, hasFile, putFile } from '@/lib/storage/files'
import { hasRoom } from '@/lib/documents/waiting'
import { clinicOf, fileAt, publicAt, requestForm, staffAt, systemAt, type useDomain } from './domain'
import type { Shelves } from './shelves'

const HOUR = 3_600_000
const scan = sampleScan('A scan')

/** What holds of stored files, wherever they lie: each storage has a test file of its own that calls this. */
export function describeStoredFiles({ sql, hire }: ReturnType<typeof useDomain>, shelves: Shelves): void {
  const stored = () => shelves.list()

  /** A file as it lies there after so many hours. */
  async function leave(hours: number): Promise<string> {
    const id = randomUUID()
    await putFile(id, sealed())
    await shelves.age(id, hours)
    return id
  }

  async function take(slug: string, source: string, now = new Date()): Promise<{ id: string; token: string }> {
    const taken = await takeUpload(publicAt(await clinicOf(slug), now), { name: 'scan.pdf', bytes: scan, source })
    if (!taken.ok) throw new Error(taken.reason)
    return { id: taken.value.token.split('.')[0] ?? '', token: taken.value.token }
  }

  describe('what waits to be filed', () => {
    const waitingOf = async () => {
      const rows = await sql<{ files: number; bytes: string }[]>`select files, bytes from upload_usage`
      return rows.map(({ files, bytes }) => [files, Number(bytes)])
    }

    it('counts for its source, whatever the clinic, until it is filed or has expired', async () => {
      const now = new Date()
      const first = await take('imed', '203.0.113.7', now)
      await take('caop1', '203.0.113.7', now)
      await take('caop1', '2001:db8::/64', new Date(now.getTime() + HOUR))
      expect(await waitingOf()).toEqual([
        [2, 2 * scan.length],
        [1, scan.length],
      ])
      const kept = await sql`select source from upload`
      expect(JSON.stringify(kept), 'no address is kept').not.toMatch(/203\.0|2001/)

      const clinic = await clinicOf('imed')
      const staff = staffAt(await hire(clinic), now)
      const { requestId } = await fileAt(clinic, now, { uploads: [first.token] })
      expect(await waitingOf()).toEqual([
        [1, scan.length],
        [1, scan.length],
      ])
      const [attachment] = await sql`select id from attachment where request_id = ${requestId}`
      expect(attachment?.['id'], 'the file stays where it is').toBe(first.id)
      expect((await getFileFor(staff, first.id)).bytes).toEqual(scan)

      const other = await clinicOf('caop1')
      const tomorrow = new Date(now.getTime() + 24 * HOUR)
      const system = systemAt(other, tomorrow)
      expect((await execute(purgeUploads, system, {})).ok).toBe(true)
      expect(await waitingOf()).toEqual([[1, scan.length]])
    })

    it('is bounded: one source cannot fill the disk, nor keep another from its request', async () => {
      const visitor = publicAt(await clinicOf('imed'), new Date())
      const greedy = '198.51.100.9'
      await take('imed', greedy)
      await sql`update upload_usage set files = ${roomLimits.source.files} where files = 1`
      expect(await hasRoom(visitor, greedy)).toBe(false)
      const before = (await stored()).length
      expect(await takeUpload(visitor, { name: 'scan.pdf', bytes: scan, source: greedy })).toEqual({
        ok: false,
        reason: 'uploads-full',
      })
      expect(await stored(), 'nothing is left of it').toHaveLength(before)
      await sql`update upload_usage set bytes = ${roomLimits.all.bytes}`
      expect(await hasRoom(visitor, '198.51.100.10')).toBe(true)
      await take('imed', '198.51.100.10')
      await sql`delete from upload_usage`
    })

    it('many at once of one source find no more room than there is', async () => {
      await take('imed', '198.51.100.20')
      await sql`update upload_usage set files = ${roomLimits.source.files - 3}`
      const visitor = publicAt(await clinicOf('imed'), new Date())
      const all = Array.from({ length: 8 }, () =>
        takeUpload(visitor, { name: 'scan.pdf', bytes: scan, source: '198.51.100.20' }),
      )
      expect((await Promise.all(all)).filter(({ ok }) => ok)).toHaveLength(3)
      await sql`delete from upload_usage`
    })
  })

  describe('a file that breaks off', () => {
    it('leaves nothing', async () => {
      const before = (await stored()).length
      async function* broken() {
        yield scan
        throw new Error('The line is cut')
      }
      await expect(stageUpload('scan.pdf', broken())).rejects.toThrow('cut')
      async function* large() {
        for (let piece = 0; piece < 11; piece += 1) yield Buffer.alloc(1024 * 1024)
      }
      expect(await stageUpload('scan.pdf', large())).toEqual({ ok: false, reason: 'file-too-large' })
      expect(await stageUpload('scan.pdf', [])).toEqual({ ok: false, reason: 'file-empty' })
      expect(await stageUpload('scan.pdf', [Buffer.from('no scan')])).toEqual({ ok: false, reason: 'file-type' })
      expect(await stored()).toHaveLength(before)
    })
  })

  describe('the sweep of files', () => {
    it('deletes what killed processes left, and nothing that is young, known or old', async () => {
      const now = new Date()
      const clinic = await clinicOf('imed')
      const { token, id: attached } = await take('imed', 'a', now)
      await fileAt(clinic, now, { uploads: [token] })
      const { id: waiting } = await take('eco-smolensk', 'a', now)
      for (const id of [attached, waiting]) await shelves.age(id, 24 * 365)

      const leftover = [await leave(2), ...(await shelves.leaveParts([2, 300]))]
      const young = [await leave(0), ...(await shelves.leaveParts([0.5]))]
      const old = await leave(8 * 24)
      expect(await sweepFiles(now)).toEqual({ deleted: leftover.length, unknown: 1, missing: 0 })
      const there = await stored()
      expect(leftover.filter((name) => there.includes(name))).toEqual([])
      expect([...young, old, attached, waiting].filter((name) => !there.includes(name))).toEqual([])
      expect(await sweepFiles(now)).toMatchObject({ deleted: 0 })
    })

    it('tells of rows that have lost their file, and lets no upload wait without one', async () => {
      const now = new Date()
      const { id, token } = await take('imed', 'b', now)
      await deleteFile(id)
      const filed = execute(fileRequest, publicAt(await clinicOf('imed'), now), requestForm({ uploads: [token] }))
      expect(await filed).toEqual({ ok: false, reason: 'upload-expired' })
      expect(await sweepFiles(now)).toMatchObject({ missing: 1 })
      expect(await sql`select 1 from upload where id = ${id}`).toHaveLength(0)
      expect(await sweepFiles(now)).toMatchObject({ missing: 0 })
    })
  })

  describe('an erased request', () => {
    it('leaves no file behind once the worker has swept', async () => {
      const now = new Date()
      const clinic = await clinicOf('imed')
      const { token, id } = await take('imed', 'c', now)
      const { requestId } = await fileAt(clinic, now, { uploads: [token] })
      expect(await stored()).toContain(id)
      await inScope(getDatabase(), { operatorId: clinic.id }, (tx) => eraseData(tx, requestId, now))
      expect((await execute(purgeUploads, systemAt(clinic, now), {})).ok).toBe(true)
      expect(await stored()).not.toContain(id)
    })
  })

  describe('a stored file', () => {
    it('reads back byte for byte, is there until it is deleted, and may be deleted twice', async () => {
      const id = randomUUID()
      const pieces = Array.from({ length: 40 }, () => randomBytes(256 * 1024))
      await putFile(id, Readable.from(pieces))
      expect((await getFile(id)).equals(Buffer.concat(pieces))).toBe(true)
      expect(await hasFile(id)).toBe(true)
      await deleteFile(id)
      await deleteFile(id)
      expect(await hasFile(id)).toBe(false)
      await expect(getFile(id)).rejects.toThrow()
    })

    it.each(['../../secrets', '', 'A0000000-0000-4000-8000-000000000000'])(
      'has an id, which %j is none',
      async (id) => {
        await expect(putFile(id, sealed())).rejects.toThrow('Not an id')
        await expect(getFile(id)).rejects.toThrow('Not an id')
        await expect(deleteFile(id)).rejects.toThrow('Not an id')
      },
    )
  })
}

async function* sealed() {
  yield Buffer.from('sealed')
}
