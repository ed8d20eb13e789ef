import { answerOutcomes, dutyEndings, refusalGrounds, startEvents } from '@/db/enums'
import { draft, requiredDate, requiredWords, words } from '@/lib/text/fields'
import { z } from 'zod/mini'

/** What officers type. Messages are keys under `errors` in the messages files; limits are in characters; a line break is one. */
const letterLimit = 20_000

export const extendDeadlineSchema = z.object({ requestId: z.uuid(), clockId: z.uuid(), reasons: requiredWords(2_000) })

/** Events that an officer records; a correction is recorded as a duty. */
const laterEvents = startEvents.filter((event) => event !== 'receipt' && event !== 'correction')

export const startEventSchema = z.object({
  requestId: z.uuid(),
  event: z.enum(laterEvents),
  happenedOn: requiredDate(),
})

/** What an officer records of a duty; the day is 'YYYY-MM-DD'. */
export const fulfilDutySchema = z.object({
  requestId: z.uuid(),
  clockId: z.uuid(),
  doneOn: requiredDate(),
  ending: z._default(z.enum(dutyEndings), 'done'),
  note: z._default(words(2_000), ''),
  /** Of a correction: the data were blocked for the check, and the block is to be lifted. */
  wasBlocked: z._default(z.boolean(), false),
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
  letter: z._default(draft(letterLimit), ''),
})

export type DraftInput = z.output<typeof draftSchema>

/** Whether it needs a ground depends on the kind of the request. */
export const answerSchema = z.object({
  ...edit,
  outcome: z.enum(answerOutcomes, 'required'),
  refusalGround: z.optional(z.enum(refusalGrounds, 'required')),
  letter: requiredWords(letterLimit),
})

/** One more message of a case. `submissionId` is of the form: the same text under it is the same message. */
export const messageSchema = z.object({
  submissionId: z.uuid('badSubmission'),
  requestId: z.uuid(),
  text: requiredWords(5_000),
})
