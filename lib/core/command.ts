import type { Transaction } from '@/db/client'
import { type AuditDraft, appendAudit } from '@/lib/audit/append'
import { type JobDraft, enqueueJobs } from '@/lib/jobs/enqueue'
import { z } from 'zod/mini'
import type { Actor } from './actor'
import type { Context } from './context'
import { asActor } from './database'
import { isNamed } from './errors'
import { hasRecentProof } from './recent-proof'

/** The event in the log that tells of this act already: one act in many small steps is told once. */
export interface GoesOn {
  goesOn: AuditDraft['action']
}

/** What changed, with at least one audit event: a change that leaves no trace does not compile. */
export interface Success<V> {
  ok: true
  value: V
  audit: readonly [AuditDraft, ...AuditDraft[]] | GoesOn
  jobs?: readonly JobDraft[]
}

/** An expected "no": a literal that the screen turns into a sentence. Nothing is stored. */
export interface Refusal<R extends string> {
  ok: false
  reason: R
  /** From when on it is worth another try, where that is what stands in the way. */
  until?: Date
}

/** By the schema, or by what is there already. */
export interface Invalid {
  ok: false
  reason: 'invalid'
  /** Field path ("subject.lastName") to message keys. */
  fields: Record<string, string[]>
}

export type Result<V, R extends string> = { ok: true; value: V } | Refusal<R | Common> | Invalid

/** What any command may answer; `proof-needed` those alone that say so in their definition. */
type Common = 'not-allowed' | 'proof-needed'

export interface Command<A extends Actor, Schema extends z.core.$ZodType, S, V, R extends string> {
  /** A schema, or one that depends on who asks and when. */
  input: Schema | ((ctx: Context<A>) => Schema)
  /** Loads and locks (FOR UPDATE) what is changed: the target. Out of the actor's scope is `NotFoundError`. */
  load: (tx: Transaction, ctx: Context<A>, input: z.output<Schema>) => Promise<S>
  /** Only for whoever has just proved who they are, see `hasRecentProof`. */
  needsRecentProof?: true
  /** No is "not-allowed", or a reason that says more. */
  allow: (actor: A, target: S, input: z.output<Schema>) => boolean | Refusal<R>
  run: (
    tx: Transaction,
    ctx: Context<A>,
    target: S,
    input: z.output<Schema>,
  ) => Promise<Success<V> | Refusal<R> | Invalid>
}

export function defineCommand<A extends Actor, Schema extends z.core.$ZodType, S, V, R extends string = never>(
  command: Command<A, Schema, S, V, R>,
): Command<A, Schema, S, V, R> {
  return command
}

class Rollback extends Error {
  constructor(readonly refusal: Refusal<string> | Invalid) {
    super(refusal.reason)
    this.name = 'Rollback'
  }
}

const isRollback = (error: unknown): error is Rollback => isNamed(error, 'Rollback')

/**
 * The only door for a write: parse, load and lock, allow, decide and write, audit and jobs, in one transaction.
 * A refusal is returned and rolls back; bugs and missing rows are thrown and roll back.
 */
export async function execute<A extends Actor, Schema extends z.core.$ZodType, S, V, R extends string>(
  command: Command<A, Schema, S, V, R>,
  ctx: Context<A>,
  rawInput: unknown,
): Promise<Result<V, R>> {
  const schema = typeof command.input === 'function' ? command.input(ctx) : command.input
  const parsed = z.safeParse(schema, rawInput)
  if (!parsed.success) return { ok: false, reason: 'invalid', fields: fieldIssues(parsed.error) }
  try {
    return await asActor(ctx.actor, async (tx) => {
      const target = await command.load(tx, ctx, parsed.data)
      const allowed = command.allow(ctx.actor, target, parsed.data)
      if (allowed !== true) throw new Rollback(allowed || { ok: false, reason: 'not-allowed' })
      if (command.needsRecentProof && !hasRecentProof(ctx.actor, ctx.now))
        throw new Rollback({ ok: false, reason: 'proof-needed' })
      const outcome = await command.run(tx, ctx, target, parsed.data)
      if (!outcome.ok) throw new Rollback(outcome)
      await enqueueJobs(tx, outcome.jobs ?? [])
      if (!('goesOn' in outcome.audit)) await appendAudit(tx, ctx, outcome.audit)
      return { ok: true, value: outcome.value }
    })
  } catch (error) {
    if (isRollback(error)) return error.refusal as Refusal<R | Common> | Invalid
    throw error
  }
}

/** What zod says of its own accord is for developers: no form of ours can be sent like that. */
const faultOf = ({ message }: z.core.$ZodIssue): string =>
  /^[a-z][A-Za-z-]*( |$)/.test(message) ? message : 'badChoice'

/** Issues by field path; the messages are keys of the `errors` messages. */
export function fieldIssues(error: z.core.$ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const issue of error.issues) (fields[issue.path.join('.')] ??= []).push(faultOf(issue))
  return fields
}
