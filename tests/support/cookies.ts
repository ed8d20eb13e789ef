import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import type postgres from 'postgres'
import { getEnv } from '@/lib/env'
import { hashToken, newToken } from '@/lib/sessions/secret-token'

const HOUR_MS = 3_600_000

/** A session that is in the database and in no browser yet. `tokenHash` is what statements ask for it by. */
export interface Session {
  cookie: string
  tokenHash: Buffer
}

/** An officer who has signed in. */
export async function officerSession(sql: postgres.Sql, staffId: string): Promise<Session> {
  const token = newToken()
  const tokenHash = hashToken(token)
  await sql`insert into staff_session ${sql({ ...span(), token_hash: tokenHash, staff_id: staffId, proven_at: new Date() })}`
  const jwt = await encode({ token: { session: token }, secret: getEnv().NEXTAUTH_SECRET, maxAge: 3_600 })
  return { cookie: `staff=${jwt}`, tokenHash }
}

/** A person who has come in to their case. */
export async function requesterSession(
  sql: postgres.Sql,
  {
    slug,
    operatorId,
    requestId,
    reference,
  }: { slug: string; operatorId: string; requestId: string; reference: string },
): Promise<Session> {
  const token = newToken()
  const tokenHash = hashToken(token)
  const row = { ...span(), token_hash: tokenHash, operator_id: operatorId, request_id: requestId }
  await sql`insert into requester_session ${sql(row)}`
  return { cookie: `requester=${[slug, reference, token].join('~')}`, tokenHash }
}

const span = () => ({ id: randomUUID(), created_at: new Date(), expires_at: new Date(Date.now() + HOUR_MS) })
