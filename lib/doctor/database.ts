import { sql } from 'drizzle-orm'
import { ask, type Database, openDatabase } from '@/db/client'
import { queryCode } from '@/db/query-error'
import { isLoopbackUrl } from '@/lib/env'
import { getMigrations } from '@/lib/health/queries'
import { fault, type Finding, ok, unknown, warning } from './model'

const UNREACHABLE: Record<string, string> = {
  ECONNREFUSED: 'Start PostgreSQL, or put its host and port into',
  ENOTFOUND: 'No machine has this name: mend the host of',
  EAI_AGAIN: 'DNS did not tell the host: mend DNS, or the host of',
  CONNECT_TIMEOUT: 'Nothing answers: look at the firewall, or mend host and port of',
  '28P01': 'The password is not that of the role: mend',
  '28000': 'PostgreSQL lets this role in from nowhere near: mend pg_hba.conf, or',
  '3D000': 'Create the database (docs/production.md, First start), or mend',
  '53300': 'PostgreSQL is full: raise max_connections. Then try again with',
}

/** Opens one connection by a setting, and looks through it; what cannot be reached is a fault that names the setting. */
export async function withDatabase(
  setting: 'DATABASE_URL' | 'DATABASE_OWNER_URL',
  url: string,
  look: (db: Database) => Promise<Finding[]>,
): Promise<Finding[]> {
  const check = setting === 'DATABASE_URL' ? 'Database' : 'Owner'
  const { db, close } = openDatabase(url, { max: 1 })
  try {
    const reached = await ask(db, (db) => db.execute(sql`select 1`)).then(
      () => undefined,
      (error: unknown) => queryCode(error) ?? 'unknown',
    )
    if (reached === undefined) return await look(db).catch((error: unknown) => [unlooked(check, queryCode(error))])
    const todo = `${UNREACHABLE[reached] ?? 'Mend'} ${setting}`
    return [fault(check, `${new URL(url).host} lets nobody in (${reached})`, todo)]
  } finally {
    await close()
  }
}

const unlooked = (check: string, code = 'unknown') =>
  unknown(check, `it answers, and could not be looked through (${code})`, 'Look into the log of PostgreSQL')

/** What the database is, the rights of the app's role in it, and how its tables are guarded. */
export async function examineDatabase(db: Database, url: string): Promise<Finding[]> {
  const findings = [await examineServer(db, url), await examineRole(db)]
  const { applied, expected, upToDate } = await getMigrations(db)
  if (!upToDate) {
    const what = applied === 0 ? 'The database has no tables yet' : `${expected - applied} of ${expected} are missing`
    return [...findings, fault('Migrations', what, 'Run npm run migrate, before web and worker of this version')]
  }
  findings.push(ok('Migrations', `${applied} applied, ${expected} expected`))
  return [...findings, await examineTables(db), await examineBooks(db)]
}

async function examineServer(db: Database, url: string): Promise<Finding> {
  const [server] = await db.execute<{ version: string; encrypted: boolean; room: number }>(sql`
    select current_setting('server_version') as version,
      coalesce((select ssl from pg_stat_ssl where pid = pg_backend_pid()), false) as encrypted,
      current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as room`)
  const what = `PostgreSQL ${server?.version ?? ''} at ${new URL(url).host}`
  if (!server?.encrypted && !isLoopbackUrl(url)) {
    const todo = 'Add ?sslmode=require to DATABASE_URL, unless the network between is yours alone'
    return warning('Database', `${what}, spoken to without TLS`, todo)
  }
  if ((server?.room ?? 0) < NEEDED) {
    const todo = `Raise max_connections: a web process takes 15, a worker 18`
    return warning('Database', `${what} has room for ${server?.room} connections, one web and one worker need 33`, todo)
  }
  return ok('Database', what)
}

/** One web process and one worker: docs/performance.md. */
const NEEDED = 33

async function examineRole(db: Database): Promise<Finding> {
  const [role] = await db.execute<Record<'superuser' | 'bypasses' | 'makes' | 'owns', boolean> & { name: string }>(sql`
    select rolname as name, rolsuper as superuser, rolbypassrls as bypasses, rolcreaterole or rolcreatedb as makes,
      exists (
        select from pg_class where relnamespace in (select oid from pg_namespace where nspname in ('public', 'drizzle', 'pgboss'))
          and pg_has_role(current_user, relowner, 'member')
      ) as owns
    from pg_roles where rolname = current_user`)
  const name = role?.name ?? ''
  const wrong = [
    role?.superuser && 'is a superuser',
    role?.bypasses && 'bypasses row-level security',
    role?.makes && 'may make roles or databases',
    role?.owns && 'owns tables, or may act as their owner',
  ].filter(Boolean)
  if (wrong.length === 0) return ok('Role', `${name} owns nothing and bypasses nothing`)
  const todo = 'Put portal_app into DATABASE_URL: npm run migrate makes it, and gives it no more than it needs'
  return fault('Role', `${name} ${wrong.join(', and ')}: clinics are not kept apart from each other`, todo)
}

/** Every table of a clinic names it in a column, and shows its rows to nobody else: the owner of the table included. */
async function examineTables(db: Database): Promise<Finding> {
  const tables = await db.execute<{ name: string; guarded: boolean }>(sql`
    select relname as name, relrowsecurity and relforcerowsecurity
      and exists (select from pg_policy where polrelid = pg_class.oid) as guarded
    from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'operator_id' and not attisdropped
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`)
  const open = tables.filter(({ guarded }) => !guarded).map(({ name }) => name)
  if (open.length === 0)
    return ok('Tables', `row-level security is forced on each of ${tables.length} tables of clinics`)
  const todo =
    'As the owner of the tables: ALTER TABLE … ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY; then ask who changed it'
  return fault('Tables', `row-level security is not forced on ${open.join(', ')}`, todo)
}

/** The audit log, and whatever else rows are only added to. */
async function examineBooks(db: Database): Promise<Finding> {
  const books = await db.execute<{ name: string; kept: boolean }>(sql`
    select relname as name, bool_and(tgenabled in ('O', 'A')) and count(*) = 2
      and not has_table_privilege(pg_class.oid, 'UPDATE, DELETE, TRUNCATE') as kept
    from pg_class left join pg_trigger on tgrelid = pg_class.oid and tgname ~ '(append_only|no_truncate)$'
    where relnamespace = 'public'::regnamespace and (relname = 'audit_event' or tgname is not null)
    group by pg_class.oid, relname order by relname`)
  const loose = books.filter(({ kept }) => !kept).map(({ name }) => name)
  if (books.length > 0 && loose.length === 0) {
    return ok('Audit log', `rows can be added to ${books.map(({ name }) => name).join(', ')}, and none changed`)
  }
  const todo = 'As the owner of the tables: enable the triggers, revoke the rights; then run npm run audit:verify'
  return fault('Audit log', `rows of ${loose.join(', ')} can be changed or deleted`, todo)
}

/** The owner is only asked whether it could migrate; web and worker never get it. */
export async function examineOwner(db: Database): Promise<Finding[]> {
  const [owner] = await db.execute<{ name: string; able: boolean; superuser: boolean }>(sql`
    select rolname as name, rolsuper as superuser, rolsuper or (rolcreaterole or exists (select from pg_roles where rolname = 'portal_app'))
      and has_database_privilege(current_database(), 'CREATE') as able
    from pg_roles where rolname = current_user`)
  const name = owner?.name ?? ''
  if (!owner?.able) {
    const todo = 'Make it the owner of the database, with CREATEROLE (docs/production.md, First start)'
    return [fault('Owner', `${name} may not make what npm run migrate makes`, todo)]
  }
  if (!owner.superuser) return [ok('Owner', `${name} may migrate`)]
  const todo = 'Use a role that owns the database and is no superuser (docs/production.md, First start)'
  return [warning('Owner', `${name} is a superuser: migrations need less`, todo)]
}
