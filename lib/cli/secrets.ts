import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { StartFault } from './terminal'

const schema = z.object({
  /** 32 bytes in base64: seals everything personal. */
  masterKey: z.base64(),
  sessionSecret: z.string().min(32),
  superuserPassword: z.string().min(16),
  ownerPassword: z.string().min(16),
  appPassword: z.string().min(16),
})

export type Secrets = z.infer<typeof schema>

const hex = (bytes: number) => randomBytes(bytes).toString('hex')

/** The secrets of `dataDir`, drawn at the first call. Without them the data cannot be read, so they are never redrawn. */
export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  if (existsSync(file)) return readSecrets(file)
  if (existsSync(join(dataDir, 'postgres'))) {
    throw new StartFault(
      `${file} is gone, and nobody can read the data without it.\nPut it back, or remove ${dataDir}.`,
    )
  }
  const secrets: Secrets = {
    masterKey: randomBytes(32).toString('base64'),
    sessionSecret: hex(32),
    superuserPassword: hex(24),
    ownerPassword: hex(24),
    appPassword: hex(24),
  }
  mkdirSync(dataDir, { recursive: true })
  writeFileSync(`${file}.new`, JSON.stringify(secrets, null, 2), { mode: 0o600 })
  renameSync(`${file}.new`, file)
  return secrets
}

function readSecrets(file: string): Secrets {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new StartFault(`${file} is damaged: put back a copy, or remove its folder to begin anew.`, { cause: error })
  }
}
