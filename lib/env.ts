import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])
const PLACEHOLDER = /change.?me|replace|example|default|secret|password|your[-_ ]|12345|qwerty/i
const WEAK_PASSWORDS = new Set([
  'postgres',
  'password',
  'portal',
  'portal_app',
  'portal_owner',
  'admin',
  'secret',
  'root',
])

const hostOf = (url: string) => new URL(url).hostname

/** Whether a URL leads to this machine by name. */
export const isLoopbackUrl = (url: string): boolean => LOOPBACK.has(hostOf(url))

/** Too few different characters, or a word that stands in samples: nobody drew it at random. */
const looksDrawn = (secret: string) => new Set(secret).size >= 12 && !PLACEHOLDER.test(secret)

const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// URL', abort: true })
  .refine((url) => !WEAK_PASSWORDS.has(new URL(url).password.toLowerCase()), 'has a password that everybody knows')

const masterKey = z
  .base64({ error: 'must be base64', abort: true })
  .refine((key) => Buffer.from(key, 'base64').length === 32, 'must be 32 bytes in base64: openssl rand -base64 32')
  .refine((key) => {
    const bytes = Buffer.from(key, 'base64')
    return new Set(bytes).size >= 12 && bytes.some((byte) => byte < 0x20 || byte > 0x7e)
  }, 'is not random: openssl rand -base64 32')

const isPrivateKey = (pem: string) => {
  try {
    return createPrivateKey(pem).type === 'private'
  } catch {
    return false
  }
}

const isNetwork = (text: string) => {
  const [address = '', bits, rest] = text.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  return (
    rest === undefined && longest > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest))
  )
}

const fields = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'must be development, test or production')
    .default('production'),
  DATABASE_URL: databaseUrl,
  DATABASE_OWNER_URL: databaseUrl.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be an smtp:// or smtps:// URL' }),
  PORTAL_URL: z
    .url({ protocol: /^https?$/, error: 'must be an absolute http(s):// URL', abort: true })
    .refine((url) => new URL(url).pathname === '/' && !/[?#]/.test(url), 'must be an origin, with no path')
    .transform((url) => new URL(url).origin),
  MASTER_KEY: masterKey,
  NEXTAUTH_SECRET: z
    .string()
    .min(32, 'must be 32 characters or longer: openssl rand -base64 48')
    .refine(looksDrawn, 'is not random: openssl rand -base64 48'),
  MAIL_FROM: z.email('must be an e-mail address'),
  DATA_DIR: z.string().refine(isAbsolute, 'must be an absolute path'),
  STORAGE_URL: z
    .url({ protocol: /^https?$/, error: 'must be https://KEY:SECRET@host/bucket', abort: true })
    .refine((url) => new URL(url).username && new URL(url).password, 'must have a key and its secret before the host')
    .refine((url) => /^\/[^/]+/.test(new URL(url).pathname), 'must name a bucket after the host')
    .optional(),
  DEMO: z.enum(['0', '1'], 'must be 1 or absent').default('0'),
  DKIM_DOMAIN: z.hostname('must be a domain name').optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[\w-]+$/, 'must be one DNS label')
    .optional(),
  DKIM_PRIVATE_KEY: z
    .string()
    .transform((pem) => pem.replaceAll('\\n', '\n'))
    .refine(isPrivateKey, 'must be a private key in PEM')
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((network) => network.trim()))
    .refine((networks) => networks.every(isNetwork), 'must be addresses or CIDR blocks, separated by commas')
    .default([]),
  PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: 'must be a port', abort: true })
    .transform(Number)
    .refine((port) => port < 65536, 'must be a port')
    .default(3000),
})

/** Every setting by its name in the environment. */
export const settingNames = Object.keys(fields.shape)

/** The settings of one process; `MASTER_KEY` is 32 bytes in base64, `PORTAL_URL` an origin without a slash at its end. */
export type Env = z.infer<typeof fields>

/** The port of the PostgreSQL that the start command keeps in DATA_DIR; undefined where there is none. */
function embeddedPort(dataDir: string): string | undefined {
  try {
    return readFileSync(join(dataDir, 'postgres-port'), 'utf8').trim()
  } catch {
    return undefined
  }
}

const isEmbedded = (env: Env) =>
  isLoopbackUrl(env.DATABASE_URL) && new URL(env.DATABASE_URL).port === embeddedPort(env.DATA_DIR)

const schema = fields
  .refine(
    (env) => env.NODE_ENV !== 'production' || env.PORTAL_URL.startsWith('https:') || isLoopbackUrl(env.PORTAL_URL),
    {
      path: ['PORTAL_URL'],
      error: 'must be https:// in production',
    },
  )
  .refine(
    (env) => !env.DATABASE_OWNER_URL || new URL(env.DATABASE_OWNER_URL).username !== new URL(env.DATABASE_URL).username,
    {
      path: ['DATABASE_URL'],
      error: 'must be the role of the app, not the owner of the tables',
    },
  )
  .refine((env) => new URL(env.DATABASE_URL).username !== 'postgres', {
    path: ['DATABASE_URL'],
    error: 'must not be the superuser: row-level security would not hold',
  })
  .refine(
    ({ NODE_ENV, STORAGE_URL: url }) =>
      NODE_ENV !== 'production' || !url || url.startsWith('https:') || isLoopbackUrl(url),
    { path: ['STORAGE_URL'], error: 'must be https:// beyond this machine' },
  )
  .refine((env) => env.NEXTAUTH_SECRET !== env.MASTER_KEY, {
    path: ['NEXTAUTH_SECRET'],
    error: 'must differ from MASTER_KEY',
  })
  .refine((env) => env.DEMO === '0' || isEmbedded(env), {
    path: ['DEMO'],
    error: 'runs only on the database that the start command makes itself, never with a DATABASE_URL of your own',
  })
  .refine(
    (env) => {
      const given = [env.DKIM_DOMAIN, env.DKIM_SELECTOR, env.DKIM_PRIVATE_KEY].filter((value) => value !== undefined)
      return given.length === 0 || given.length === 3
    },
    { path: ['DKIM_DOMAIN'], error: 'goes with DKIM_SELECTOR and DKIM_PRIVATE_KEY: give all three or none' },
  )

type Source = Record<string, string | undefined>

const givenIn = (source: Source) => Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))

/** Reads settings from `source`; an empty value counts as absent. Throws a `ZodError`: see `describeFaults`. */
export function parseEnv(source: Source): Env {
  return schema.parse(givenIn(source))
}

/** The settings that can be read, each by itself, and a line for each fault that `parseEnv` would name. */
export interface ReadSettings {
  settings: Partial<Env>
  faults: string[]
}

/** For whoever looks for faults: a process that runs the portal takes `getEnv`, which takes all or none. */
export function readSettings(source: Source = process.env): ReadSettings {
  const given = givenIn(source)
  const whole = schema.safeParse(given)
  if (whole.success) return { settings: whole.data, faults: [] }
  const read = Object.entries(fields.shape).flatMap(([name, field]) => {
    const { success, data } = field.safeParse(given[name])
    return success && data !== undefined ? [[name, data]] : []
  })
  return { settings: Object.fromEntries(read) as Partial<Env>, faults: describeFaults(whole.error) }
}

let env: Env | undefined

/** The settings of this process, read at the first call only, so that a build needs none. Throws as `parseEnv` does. */
export function getEnv(): Env {
  env ??= parseEnv(process.env)
  return env
}

const isZodError = (error: unknown): error is z.ZodError => error instanceof Error && error.name === 'ZodError'

/** One line per fault, for a terminal. Every value is text, so a wrong type is an absent one; values may be secrets. */
export function describeFaults(error: unknown): string[] {
  if (!isZodError(error)) return [error instanceof Error ? error.message : String(error)]
  return error.issues.map((issue) => {
    const absent = issue.code === 'invalid_type'
    return `${issue.path.join('.')} ${absent ? 'is missing' : issue.message}`
  })
}

/** What the start command may be told: a port, and whether a database of one's own is given. Throws as `parseEnv` does. */
export function getStartSettings(): { port: number; ownDatabase: boolean } {
  const { PORT } = fields.pick({ PORT: true }).parse({ PORT: process.env.PORT?.trim() || undefined })
  return { port: PORT, ownDatabase: Boolean(process.env.DATABASE_URL?.trim()) }
}

/** Whether npm started this process, through a shell. */
export const runsUnderNpm = () => process.env.npm_lifecycle_event !== undefined

/** The environment of a child process: that of the machine, and of the portal's own settings only those given. */
export function childEnv(settings: Partial<Env> & Pick<Env, 'NODE_ENV'>): ChildEnv {
  const own = new Set(settingNames)
  const machine = Object.entries(process.env).filter(([name]) => !own.has(name))
  const given = [...machine, ...Object.entries(settings)].filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(given.map(([name, value]) => [name, String(value)])), NODE_ENV: settings.NODE_ENV }
}

export type ChildEnv = Record<string, string> & Pick<Env, 'NODE_ENV'>
