import { randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { type FileStore, isFileId, isNoRoomHere, placeOf, type StoredFile } from './model'

const MISSING = 404
const FULL = 507
const FULL_NAMES = new Set(['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'])

/** The status that S3 answered with; undefined where nothing was answered. */
function statusOf(error: unknown): unknown {
  const metadata = error instanceof Error && '$metadata' in error ? error.$metadata : undefined
  return typeof metadata === 'object' && metadata && 'httpStatusCode' in metadata ? metadata.httpStatusCode : undefined
}

/**
 * Files in a bucket that many machines share. A file is sealed into the spool first, since S3 wants its length told: an open
 * file without a name, that no killed process leaves behind.
 * @param url https://KEY:SECRET@host/bucket?region=…, as lib/env has checked it
 */
export function bucketStore(url: string, spool: string): FileStore {
  const { client, bucket, prefix } = connect(new URL(url))
  const at = (id: string) => ({ Bucket: bucket, Key: prefix + placeOf(id) })
  return {
    async put(id, sealed) {
      const place = at(id)
      await using handle = await openNameless(spool)
      let length = 0
      for await (const piece of sealed) {
        await handle.writeFile(piece)
        length += piece.length
      }
      const body = handle.createReadStream({ start: 0 })
      try {
        await client.send(new PutObjectCommand({ ...place, Body: body, ContentLength: length }))
      } finally {
        body.destroy()
      }
    },
    async get(id) {
      const { Body } = await client.send(new GetObjectCommand(at(id)))
      return Buffer.from((await Body?.transformToByteArray()) ?? [])
    },
    async has(id) {
      try {
        await client.send(new HeadObjectCommand(at(id)))
        return true
      } catch (error) {
        // A storage that cannot be asked has lost nothing.
        if (statusOf(error) === MISSING) return false
        throw error
      }
    },
    delete: async (id) => void (await client.send(new DeleteObjectCommand(at(id)))),
    // What is written here is whole or is not there.
    deletePart: async () => {},
    async list(shelf) {
      const found: StoredFile[] = []
      let from: string | undefined
      do {
        const asked = { Bucket: bucket, Prefix: `${prefix}files/${shelf}/`, ContinuationToken: from }
        const page = await client.send(new ListObjectsV2Command(asked))
        for (const { Key = '', LastModified: writtenAt } of page.Contents ?? []) {
          const id = Key.slice(Key.lastIndexOf('/') + 1)
          if (writtenAt && isFileId(id)) found.push({ id, isPart: false, writtenAt })
        }
        from = page.IsTruncated ? page.NextContinuationToken : undefined
      } while (from)
      return found
    },
    isFull: (error) =>
      isNoRoomHere(error) || statusOf(error) === FULL || (error instanceof Error && FULL_NAMES.has(error.name)),
  }
}

function connect(url: URL) {
  const [bucket = '', ...folders] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const client = new S3Client({
    endpoint: url.origin,
    region: url.searchParams.get('region') ?? 'us-east-1',
    credentials: { accessKeyId: decodeURIComponent(url.username), secretAccessKey: decodeURIComponent(url.password) },
    // Every server understands it; the other way needs a name in DNS for each bucket.
    forcePathStyle: true,
    // Ceph and others do not know Amazon's newer sums; a file is proven whole by its seal.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    // It would write to the console, in lines that are not the log's.
    logger: silent,
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
  })
  return { client, bucket, prefix: folders.map((folder) => `${folder}/`).join('') }
}

const ignore = () => {}
const silent = { debug: ignore, info: ignore, warn: ignore, error: ignore }

/** A file that has lost its name while it is open: its bytes are gone when it is closed, or when this process is. */
async function openNameless(spool: string) {
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const path = join(spool, randomUUID())
  const handle = await open(path, 'w+', 0o600)
  await rm(path, { force: true })
  return handle
}
