import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { paths } from '@/lib/core/links'
import { hashToken, newToken } from '@/lib/sessions/secret-token'
import { signToken } from '@/lib/vault/signed-token'
import type { Lab } from './lab'
import type { SeededClinic } from './seed/history'

const DAY_MS = 86_400_000

/** The cookie of an officer who has signed in at the clinic. */
export async function officerCookie({ sql, env }: Lab, { officers }: SeededClinic): Promise<string> {
  const token = newToken()
  const expires_at = new Date(Date.now() + DAY_MS)
  const session = { id: randomUUID(), token_hash: hashToken(token), staff_id: officers[0]?.id ?? '' }
  await sql`insert into staff_session ${sql({ ...session, created_at: new Date(), proven_at: new Date(), expires_at })}`
  return `staff=${await encode({ token: { session: token }, secret: env.NEXTAUTH_SECRET, maxAge: 86_400 })}`
}

export interface OpenRequest {
  id: string
  reference: string
}

/** An open request somewhere in the middle of the clinic's queue. */
export async function someRequest({ sql }: Lab, { operator, open }: SeededClinic): Promise<OpenRequest> {
  const [row] = await sql<OpenRequest[]>`
    select id, reference from request where operator_id = ${operator.id} and next_due_on is not null
    order by next_due_on, id offset ${Math.floor(open / 2)} limit 1`
  if (!row) throw new Error('The clinic has no open request')
  return row
}

/** A page that anybody may open, with what it needs to be let in. */
export interface PublicPage {
  name: string
  path: string
  headers: Record<string, string>
}

/** Every page that a patient meets, at one clinic. */
export async function publicPages(lab: Lab, clinic: SeededClinic): Promise<PublicPage[]> {
  const { slug, id: operator_id } = clinic.operator
  const { id, reference } = await someRequest(lab, clinic)
  const expires_at = new Date(Date.now() + DAY_MS)
  const token = newToken()
  const session = { id: randomUUID(), operator_id, request_id: id, token_hash: hashToken(token) }
  await lab.sql`insert into requester_session ${lab.sql({ ...session, created_at: new Date(), expires_at })}`
  const cookie = `requester=${[slug, reference, token].join('~')}`
  return [
    { name: 'clinics', path: paths.operators('ru'), headers: {} },
    { name: 'clinic page', path: paths.operator('ru', slug), headers: {} },
    { name: 'filing form', path: paths.newRequest('ru', slug, 'access'), headers: {} },
    { name: 'receipt', path: paths.receipt('ru', slug, signToken('receipt', id, expires_at)), headers: {} },
    { name: 'sign-in to a case', path: paths.findCase('ru', slug), headers: {} },
    { name: 'own case', path: paths.ownCase('ru', slug, reference), headers: { cookie } },
  ]
}
