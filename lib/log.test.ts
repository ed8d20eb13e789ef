import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const script = `
  const { errorFields, log } = require('./lib/log.ts')
  log('worker.started')
  log('mail.unmade', { mailId: 'one', ...errorFields(new TypeError('of anna@mail.example')) })
  process.exit(1)
`

it('writes whole lines of JSON to stderr, up to the end of the process, and quotes no message', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '-e', script], { encoding: 'utf8' })
  const lines = stderr
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as object)
  const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  expect(lines).toEqual([
    { level: 'info', at, event: 'worker.started' },
    {
      level: 'error',
      at,
      event: 'mail.unmade',
      mailId: 'one',
      error: 'TypeError',
      code: '',
      where: expect.any(String),
    },
  ])
  expect(stdout + stderr).not.toContain('anna')
})
