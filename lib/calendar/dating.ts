import { sql } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Actor } from '@/lib/core/actor'
import { type Command, defineCommand, type Invalid, type Refusal, type Success } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import type { z } from 'zod/mini'
import type { ProductionCalendar } from './model'
import { readCalendar } from './queries'

const KEY = sql.raw(`hashtextextended('production-calendar', 0)`)

/** A command that stores dates: `run` gets the calendar that they are counted by. */
type DatingCommand<A extends Actor, Schema extends z.core.$ZodType, S, V, R extends string> = Omit<
  Command<A, Schema, S, V, R>,
  'run'
> & {
  run: (
    tx: Transaction,
    ctx: Context<A>,
    target: S,
    input: z.output<Schema>,
    calendar: () => Promise<ProductionCalendar>,
  ) => Promise<Success<V> | Refusal<R> | Invalid>
}

/**
 * The calendar stands still from before the command locks anything until it is stored. Many hold it at once; a change waits
 * for all of them, and then moves what they stored.
 */
export const defineDatingCommand = <A extends Actor, Schema extends z.core.$ZodType, S, V, R extends string = never>({
  load,
  run,
  ...rest
}: DatingCommand<A, Schema, S, V, R>): Command<A, Schema, S, V, R> =>
  defineCommand({
    ...rest,
    load: async (tx, ctx, input) => {
      await tx.execute(sql`select pg_advisory_xact_lock_shared(${KEY})`)
      return load(tx, ctx, input)
    },
    run: (tx, ctx, target, input) => run(tx, ctx, target, input, () => readCalendar(tx)),
  })

/** To be called by a change before all else: nobody stores a date until it is stored. */
export const lockCalendar = (tx: Transaction) => tx.execute(sql`select pg_advisory_xact_lock(${KEY})`)
