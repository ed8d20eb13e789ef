import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { ROOT } from '@/lib/cli/paths'
import { useDatabase } from '../support/database'
import { useS3 } from '../support/s3'

const s3 = useS3()
useDatabase()

const script = `
  import { registerHooks } from 'node:module'
  let loaded = 0
  registerHooks({ load: (url, context, next) => ((loaded += url.includes('/@aws-sdk/client-s3/') ? 1 : 0), next(url, context)) })
  const { putFile, getFile, deleteFile } = await import('./lib/storage/files.ts')
  const id = crypto.randomUUID()
  await putFile(id, (async function* () { yield Buffer.from('sealed') })())
  console.log(String(await getFile(id)), loaded > 0)
  await deleteFile(id)
`

async function run(env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    cwd: ROOT,
    env,
  })
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  expect(err).toBe('')
  return out.trim()
}

it('is loaded where there is a bucket, and not where files lie in a folder', async () => {
  expect(s3.folder).toContain('portal')
  expect(await run({ ...process.env, STORAGE_URL: '' })).toBe('sealed false')
  expect(await run(process.env)).toBe('sealed true')
})
