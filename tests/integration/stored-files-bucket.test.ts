import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sweepFiles } from '@/lib/documents/sweep-files'
import { examineStorage } from '@/lib/doctor/storage'
import { hasFile, putFile } from '@/lib/storage/files'
import { useDomain } from '../support/domain'
import { useS3 } from '../support/s3'
import { folderShelves } from '../support/shelves'
import { describeStoredFiles } from '../support/stored-files'

const s3 = useS3()
const domain = useDomain()
const spool = () => readdirSync(join(process.env['DATA_DIR'] ?? '', 'spool'))

describeStoredFiles(
  domain,
  folderShelves(() => s3.folder, { ending: '._S3rver_object', parts: false }),
)

describe('a bucket', () => {
  it('has whatever this machine took in, and this machine keeps nothing of it', () => {
    expect(spool()).toEqual([])
    expect(existsSync(join(process.env['DATA_DIR'] ?? '', 'files'))).toBe(false)
  })

  // The last one: the server is gone after it.
  it('that is away has lost nothing: no file is called missing, none is stored by half', async () => {
    expect(await examineStorage('bucket')).toMatchObject({ mark: 'ok' })
    await s3.close()
    expect(await examineStorage('bucket')).toMatchObject({
      mark: 'fault',
      what: expect.stringContaining('ECONNREFUSED'),
    })
    await expect(hasFile(randomUUID())).rejects.toThrow()
    await expect(sweepFiles(new Date())).rejects.toThrow()
    async function* sealed() {
      yield Buffer.alloc(1024)
    }
    await expect(putFile(randomUUID(), sealed())).rejects.toThrow()
    expect(spool()).toEqual([])
  })
})
