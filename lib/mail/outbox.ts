import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Locale } from '@/db/enums'
import { mail, requestKey } from '@/db/schema'
import type { EmailName, EmailProps } from '@/emails'
import type { Context } from '@/lib/core/context'
import { getEnv } from '@/lib/env'
import type { JobDraft } from '@/lib/jobs/enqueue'
import { seal, unseal } from '@/lib/vault/cipher'
import { installationKey } from '@/lib/vault/keys'
import { unwrapVault } from '@/lib/vault/request-vault'
import { searchHash } from '@/lib/vault/search-hash'

/** A mail that somebody is meant to get. `intentKey` is what makes it one: storing the same key again does nothing. */
export interface MailIntent<N extends EmailName = EmailName> {
  template: N
  locale: Locale
  to: string
  props: EmailProps<N>
  requestId?: string
  staffId?: string
  intentKey: string
}

export interface MailContents {
  to: string
  props: unknown
}

type MailRow = Pick<typeof mail.$inferSelect, 'id' | 'requestId'>

/** Mail of a request is sealed with the request's key, so that it goes when the key goes; other mail with the installation's. */
export async function mailSealer(tx: Transaction, requestIds: readonly string[]) {
  const ids = [...new Set(requestIds)]
  const keys = ids.length ? await tx.select().from(requestKey).where(inArray(requestKey.requestId, ids)) : []
  const vaults = new Map(keys.map((row) => [row.requestId, unwrapVault(row.requestId, row.wrapped)]))
  const vaultOf = (row: MailRow) => {
    const vault = row.requestId ? vaults.get(row.requestId) : undefined
    if (row.requestId && !vault) throw new Error('The key of the request is gone')
    return vault
  }
  return {
    /** False once the request's key, and with it all that the mail says, is deleted. */
    knows: ({ requestId }: MailRow): boolean => !requestId || vaults.has(requestId),
    seal(row: MailRow, column: 'mail:contents' | 'mail:raw', plain: Buffer | string): Buffer {
      const vault = vaultOf(row)
      return vault ? vault.seal(column, row.id, plain) : seal(installationKey('mail'), plain, `${column}:${row.id}`)
    },
    open(row: MailRow, column: 'mail:contents' | 'mail:raw', sealed: Buffer): Buffer {
      const vault = vaultOf(row)
      return vault ? vault.open(column, row.id, sealed) : unseal(installationKey('mail'), sealed, `${column}:${row.id}`)
    },
  }
}

/** Stores the intents in the caller's transaction; returns the jobs of those that are new. */
export async function queueMails(
  tx: Transaction,
  ctx: Pick<Context, 'actor' | 'now'>,
  intents: readonly MailIntent[],
): Promise<JobDraft[]> {
  if (intents.length === 0) return []
  const { operatorId } = ctx.actor
  const sealer = await mailSealer(
    tx,
    intents.flatMap((intent) => intent.requestId ?? []),
  )
  const host = new URL(getEnv().PORTAL_URL).hostname
  const rows = intents.map((intent) => {
    const row = { id: randomUUID(), requestId: intent.requestId ?? null }
    const contents: MailContents = { to: intent.to, props: intent.props }
    return {
      ...row,
      operatorId,
      staffId: intent.staffId ?? null,
      template: intent.template,
      locale: intent.locale,
      intentKey: intent.intentKey,
      messageId: `<${row.id}@${host}>`,
      recipientHash: searchHash('email', operatorId, intent.to),
      contents: sealer.seal(row, 'mail:contents', JSON.stringify(contents)),
      createdAt: ctx.now,
      nextAttemptAt: ctx.now,
    }
  })
  const stored = await tx.insert(mail).values(rows).onConflictDoNothing().returning({ id: mail.id })
  return stored.map(({ id }) => mailJob(operatorId, id))
}

/** The job that wakes the worker for one mail. */
export function mailJob(operatorId: string, mailId: string, startAfter?: Date): JobDraft {
  return { queue: 'send-mail', key: mailId, data: { operatorId, mailId }, ...(startAfter && { startAfter }) }
}
