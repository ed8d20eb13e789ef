import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll } from 'vitest'

/** An S3 server on the loopback for a test file; `STORAGE_URL` leads to its bucket. */
export function useS3(): { folder: string; close(): Promise<void> } {
  const directory = mkdtempSync(join(tmpdir(), 'portal-s3-'))
  const bucket = 'portal'
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: bucket, configs: [] }],
  })
  beforeAll(async () => {
    const { port } = await server.run()
    process.env['STORAGE_URL'] = `http://S3RVER:S3RVER@127.0.0.1:${port}/${bucket}/clinic?region=ru-central1`
  })
  afterAll(async () => {
    await server.close().catch(() => undefined)
    rmSync(directory, { recursive: true, force: true })
  })
  return { folder: join(directory, bucket, 'clinic'), close: () => server.close() }
}
