import { join } from 'node:path'
import postgres from 'postgres'
import { startEmbedded, type Embedded } from '@/db/embedded'
import type { Secrets } from './secrets'

const OWNER = 'portal_owner'
const APP = 'portal_app'

export interface PortalDatabase {
  server: Embedded
  /** What web and worker use: owns nothing, bypasses nothing. */
  appUrl: string
  /** What migrations use: owns the tables, and is no superuser. */
  ownerUrl: string
  superuserUrl: string
}

type Passwords = Pick<Secrets, 'superuserPassword' | 'ownerPassword' | 'appPassword'>

/** Starts PostgreSQL in `dataDir` and makes the database and its owner where they are missing. */
export async function openPortalDatabase(
  dataDir: string,
  passwords: Passwords,
  {
    name = 'portal',
    throwaway = false,
    onRestart,
  }: { name?: string; throwaway?: boolean; onRestart?: () => void } = {},
): Promise<PortalDatabase> {
  const server = await startEmbedded({
    dir: join(dataDir, 'postgres'),
    password: passwords.superuserPassword,
    throwaway,
    onRestart,
  })
  try {
    await createOwnedDatabase(server, name, passwords.ownerPassword)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { server, ...databaseUrls(server, name, passwords) }
}

/** The three ways into one database of the server. */
export function databaseUrls(
  server: Pick<Embedded, 'url'>,
  name: string,
  passwords: Omit<Passwords, 'superuserPassword'>,
) {
  return {
    appUrl: server.url(name, { name: APP, password: passwords.appPassword }),
    ownerUrl: server.url(name, { name: OWNER, password: passwords.ownerPassword }),
    superuserUrl: server.url(name),
  }
}

async function createOwnedDatabase(server: Embedded, name: string, ownerPassword: string): Promise<void> {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} })
  try {
    // CREATEROLE: the migrations make the app's role, on this server as on one of your own.
    const [role] = await sql`select 1 from pg_roles where rolname = ${OWNER}`
    if (!role) await sql.unsafe(`create role ${OWNER} login createrole password '${ownerPassword}'`)
    const [database] = await sql`select 1 from pg_database where datname = ${name}`
    if (!database) await sql.unsafe(`create database ${name} owner ${OWNER}`)
  } finally {
    await sql.end()
  }
}
