import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BuiltWeb, startBuiltWeb } from '../support/built-web'
import { useDomain } from '../support/domain'
import { useS3 } from '../support/s3'
import { folderShelves } from '../support/shelves'
import { filed, filingForm, scanOf, storedFiles } from '../support/uploads'

const s3 = useS3()
const { sql } = useDomain()
const bucket = folderShelves(() => s3.folder, { ending: '._S3rver_object', parts: false })
let web: BuiltWeb

beforeAll(async () => {
  web = await startBuiltWeb()
}, 240_000)
afterAll(() => web.stop())

it('a request is filed with a file that lies in the bucket, and nowhere on this machine', async () => {
  const send = await filingForm(web)
  const files = [{ name: 'скан.pdf', bytes: scanOf(1024 * 1024) }]
  const { status } = await send({ files, typed: { ...filed, submissionId: crypto.randomUUID() } })
  expect(status).toBe(303)
  const rows = await sql<{ id: string }[]>`select id from attachment`
  expect(await bucket.list()).toEqual(rows.map(({ id }) => id))
  expect(rows).toHaveLength(1)
  expect(storedFiles()).toEqual([])
})
