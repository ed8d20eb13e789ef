import { randomUUID } from 'node:crypto'
import { paths } from '@/lib/core/links'
import type { Lab } from '../lab'
import type { SeededClinic } from '../seed/history'
import type { Filing } from '../servers/floors'
import type { Target } from './load'

const BOUNDARY = '----filing'
const EMAIL = 'filing@patients.example'

const filled = {
  requesterType: 'subject',
  'subject.lastName': 'Соколова',
  'subject.firstName': 'Мария',
  'contact.email': EMAIL,
  'signature.statement?': 'on',
  'signature.name': 'Соколова Мария',
  intent: 'file',
}

/** A submission as a browser without scripts sends it: the whole form, with what the page put into it. */
export async function filingTarget(url: string, { operator }: SeededClinic): Promise<Target> {
  const page = url + paths.newRequest('ru', operator.slug, 'access')
  const html = await (await fetch(page)).text()
  const hidden = [...html.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)].map(([tag]) => [
    unescaped(/\bname="([^"]*)"/.exec(tag)?.[1] ?? ''),
    unescaped(/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ])
  if (!hidden.some(([name]) => name?.startsWith('$ACTION'))) throw new Error('The form names no action')
  const fields = { ...Object.fromEntries(hidden), ...filled } as Record<string, string>
  return { url: page, ...submission(fields), status: 303 }
}

/** The same fields for a server that knows no action. */
export const bareFilingTarget = (url: string): Target => ({ url: `${url}/file`, ...submission(filled), status: 303 })

function submission(fields: Record<string, string>): Pick<Target, 'method' | 'headers' | 'body' | 'nextBody'> {
  const nextBody = () => {
    const id = randomUUID()
    const fresh = { ...fields, submissionId: id, 'contact.email': `${id}@patients.example` }
    const parts = Object.entries(fresh).map(
      ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    return Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`)
  }
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }
  return { method: 'POST', headers, body: nextBody(), nextBody }
}

const entities: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#x27': "'", '#39': "'" }
const unescaped = (text: string): string => text.replaceAll(/&(#?\w+);/g, (all, name: string) => entities[name] ?? all)

/** The rows that one submission leaves, counters apart: what the bare server has to store too, for a clinic of its own. */
export async function recordFiling(
  lab: Lab,
  target: Target,
  { operator }: SeededClinic,
  bareClinicId: string,
): Promise<Filing> {
  const { sql } = lab
  const { url, headers = {}, nextBody } = target
  const answer = await fetch(url, {
    ...{ method: 'POST', headers, redirect: 'manual' },
    body: new Uint8Array(nextBody?.() ?? []),
  })
  if (answer.status !== 303) throw new Error(`The form answered ${answer.status}`)
  const [filed] = await sql<{ id: string; number: number; reference: string }[]>`
    select id, number, reference from request where operator_id = ${operator.id} order by received_at desc limit 1`
  if (!filed) throw new Error('Nothing was filed')
  const rowsOf = async (name: string, where: string) => {
    const [row] = await sql.unsafe<{ rows: Record<string, unknown>[] | null }[]>(
      `select json_agg(to_json(t)) as rows from ${name} t where ${where}`,
      [filed.id],
    )
    return { name, rows: row?.rows ?? [] }
  }
  const tables = [
    await rowsOf('request', 'id = $1'),
    await rowsOf('request_key', 'request_id = $1'),
    await rowsOf('request_clock', 'request_id = $1'),
    await rowsOf('mail', 'request_id = $1'),
    await rowsOf('pgboss.job', `data->>'mailId' in (select id::text from mail where request_id = $1)`),
    await rowsOf('audit_event', 'request_id = $1'),
  ]
  const texts = tables.map(({ name, rows }) => ({
    name,
    rows: JSON.stringify(rows.map(numbered)).replaceAll(operator.id, bareClinicId),
  }))
  const found = texts.flatMap(({ rows }) => [...rows.matchAll(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g)])
  const kept = new Set([bareClinicId, ...(await staffIds(lab))])
  const ids = [...new Set(found.map(([id]) => id))].filter((id) => !kept.has(id))
  return { tables: texts, ids, reference: filed.reference }
}

/** Columns that number rows get a mark that the bare server replaces; a job's key, an id, which it makes anew each time. */
const numbered = (row: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  ...('number' in row && { number: '#number' }),
  ...('seq' in row && { seq: '#number' }),
  // Jobs of letters that fold share their key: there the portal stores the first alone, the bare server each.
  ...(typeof row['singleton_key'] === 'string' && { singleton_key: randomUUID() }),
})

async function staffIds({ sql }: Lab): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`select id from staff`
  return rows.map(({ id }) => id)
}
