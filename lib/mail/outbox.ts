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
import { foldKeyOf, type FoldName, foldRuleOf, isFoldName } from './fold-rules'
import { urgencies, urgencyOf } from './urgency'

/** A mail that somebody is meant to get. `intentKey` is what makes it one: storing the same key again does nothing. */
export interface MailIntent<N extends EmailName = EmailName> {
  template: N
  locale: Locale
  to: string
  props: EmailProps<N>
  requestId?: string
  staffId?: string
  intentKey: string
  /** By which rule it may be held back and told with others, where that is not its template's. */
  foldAs?: FoldName
  /** Where a flood caused it: after all else, and not before then. */
  flood?: { notBefore: Date }
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
  const rows = intents.map((intent) => {
    const row = { id: randomUUID(), requestId: intent.requestId ?? null }
    const contents: MailContents = { to: intent.to, props: intent.props }
    const foldName = intent.foldAs ?? (isFoldName(intent.template) ? intent.template : undefined)
    return {
      ...row,
      operatorId,
      staffId: intent.staffId ?? null,
      template: intent.template,
      locale: intent.locale,
      intentKey: intent.intentKey,
      messageId: newMessageId(),
      urgency: intent.flood ? urgencies.flood : urgencyOf(intent.template),
      foldKey: foldName ? foldKeyOf(foldName, searchHash('email', operatorId, intent.to), row.requestId) : null,
      contents: sealer.seal(row, 'mail:contents', JSON.stringify(contents)),
      createdAt: ctx.now,
      nextAttemptAt: intent.flood?.notBefore ?? ctx.now,
    }
  })
  const stored = await tx.insert(mail).values(rows).onConflictDoNothing().returning(jobColumns)
  return stored.map((row) => mailJob(row, row.nextAttemptAt > ctx.now ? row.nextAttemptAt : undefined))
}

/** A new one for every mail that is a message of its own; the tries of one share it. */
export const newMessageId = (): string => `<${randomUUID()}@${new URL(getEnv().PORTAL_URL).hostname}>`

/** What of a row of `mail` its job is made of. */
export const jobColumns = {
  id: mail.id,
  operatorId: mail.operatorId,
  urgency: mail.urgency,
  foldKey: mail.foldKey,
  firstTriedAt: mail.firstTriedAt,
  nextAttemptAt: mail.nextAttemptAt,
}

type MailToWake = Pick<typeof mail.$inferSelect, 'id' | 'operatorId' | 'urgency' | 'foldKey' | 'firstTriedAt'>

/**
 * The job that wakes the worker for one mail. Mails that are told in one as soon as two wait share one job: whichever is
 * taken first takes the others along.
 */
export function mailJob({ id, operatorId, urgency, foldKey, firstTriedAt }: MailToWake, startAfter?: Date): JobDraft {
  const isShared = foldKey !== null && firstTriedAt === null && foldRuleOf(foldKey).from === 2
  return {
    queue: 'send-mail',
    key: isShared ? `${operatorId}:${foldKey}` : id,
    data: { operatorId, mailId: id },
    priority: urgency,
    ...(startAfter && { startAfter }),
  }
}
