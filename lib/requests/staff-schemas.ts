import { answerOutcomes, refusalGrounds, startEvents } from '@/db/enums'
import { requiredDate, requiredWords } from '@/lib/text/fields'
import { z } from 'zod/mini'

/** What officers type. Messages are keys under `errors` in the messages files; limits are in characters; a line break is one. */
export const letterLimit = 20_000

export const extendDeadlineSchema = z.object({ requestId: z.uuid(), clockId: z.uuid(), reasons: requiredWords(2_000) })

/** Events other than the receipt that a clock may be counted from. */
const laterEvents = startEvents.filter((event) => event !== 'receipt')

export const startEventSchema = z.object({
  requestId: z.uuid(),
  event: z.enum(laterEvents),
  happenedOn: requiredDate(),
})

/** Which text a form began with, and which form it is; 0 where there was none yet. */
const edit = {
  requestId: z.uuid(),
  basedOn: z._default(z.coerce.number().check(z.int(), z.gte(0)), 0),
  editor: z.optional(z.uuid()),
}

/** A draft is kept as it is typed, whatever it still lacks. */
export const draftSchema = z.object({
  ...edit,
  outcome: z.optional(z.enum(answerOutcomes)),
  refusalGround: z.optional(z.enum(refusalGrounds)),
  letter: z._default(z.string().check(z.maxLength(letterLimit, 'tooLong')), ''),
})

export type DraftInput = z.output<typeof draftSchema>

export const answerSchema = z
  .object({
    ...edit,
    outcome: z.enum(answerOutcomes, 'required'),
    refusalGround: z.optional(z.enum(refusalGrounds, 'required')),
    letter: requiredWords(letterLimit),
  })
  .check((ctx) => {
    // A refusal names its legal ground (152-FZ 14(8), 20(2)).
    if (ctx.value.outcome === 'refused' && !ctx.value.refusalGround) {
      ctx.issues.push({ code: 'custom', message: 'required', path: ['refusalGround'], input: ctx.value })
    }
  })

export const messageSchema = z.object({ requestId: z.uuid(), text: requiredWords(5_000) })
