import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, afterEach, expect, it } from 'vitest'
import { loadSecrets } from './secrets'

let dir: string
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'portal-secrets-'))))
afterEach(() => rmSync(dir, { recursive: true }))

it('draws them once, for its owner alone to read', () => {
  const secrets = loadSecrets(dir)
  expect(loadSecrets(dir)).toEqual(secrets)
  expect(Buffer.from(secrets.masterKey, 'base64')).toHaveLength(32)
  expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600)
})

it('draws no new ones over data that the lost ones sealed', () => {
  mkdirSync(join(dir, 'postgres'))
  expect(() => loadSecrets(dir)).toThrow(/secrets\.json is gone/)
})

it('refuses a damaged file', () => {
  writeFileSync(join(dir, 'secrets.json'), '{"masterKey": 1}')
  expect(() => loadSecrets(dir)).toThrow(/is damaged/)
})
