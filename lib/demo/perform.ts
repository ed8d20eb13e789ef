import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { requestClock } from '@/db/schema'
import type { Actor, RequesterActor, StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { asActor } from '@/lib/core/database'
import { found } from '@/lib/core/errors'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { takeUpload } from '@/lib/documents/take-upload'
import type { Operator } from '@/lib/operators/queries'
import { assignRequest } from '@/lib/requests/assign-request'
import { confirmEmail } from '@/lib/requests/confirm-email'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { fileRequest } from '@/lib/requests/file-request'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { getOwnCase, getRequestCase } from '@/lib/requests/queries'
import { isDuty } from '@/lib/requests/verdicts'
import { takeRequest } from '@/lib/requests/take-request'
import { signToken } from '@/lib/vault/signed-token'
import { must } from './must'
import { salutation } from './people'
import type { DemoCase, DemoStep } from './plan'
import { sampleScan } from './sample-scan'

export interface Stage {
  operator: Operator
  officers: readonly StaffActor[]
  lead: StaffActor
  /** What was filed so far. */
  requestIds: Map<DemoCase, string>
}

const SECOND = 1_000
const DAY = 86_400 * SECOND

/** Does one thing of the history as the person concerned did it: through the command, at that moment. */
export async function perform(stage: Stage, { at, of, act }: DemoStep): Promise<void> {
  const { operator, lead } = stage
  const as = <A extends Actor>(actor: A, when = at): Context<A> => contextFor(actor, operator.timeZone, when)
  const visitor = { kind: 'public', operatorId: operator.id } as const
  const officer = stage.officers[Math.floor(of.lot * stage.officers.length)] ?? lead

  if (act === 'file') {
    const by = of.form.channel === 'portal' ? visitor : officer
    const uploads = of.fileName ? [await upload(as(by, new Date(at.getTime() - SECOND)), of.fileName)] : []
    const { requestId } = must(await execute(fileRequest, as<Actor>(by), { ...of.form, uploads }))
    stage.requestIds.set(of, requestId)
    return
  }
  const requestId = stage.requestIds.get(of)
  if (!requestId) throw new Error('A step of the demo comes before its request')
  const requester: RequesterActor = { kind: 'requester', operatorId: operator.id, requestId, sessionId: requestId }
  switch (act) {
    case 'confirm': {
      const token = signToken('confirm-email', `${operator.id}_${requestId}`, new Date(at.getTime() + DAY))
      return void must(await execute(confirmEmail, as(visitor), { token }))
    }
    case 'view':
      return void (await getRequestCase(as(officer), requestId))
    case 'take':
      return must(await execute(takeRequest, as(officer), { requestId }))
    case 'assign':
      return must(await execute(assignRequest, as(lead), { requestId, assigneeId: officer.staffId }))
    case 'fulfil':
    case 'finish': {
      const duties = (await openClocks(officer, requestId)).filter(({ clock }) => isDuty(clock))
      const ctx = as(officer)
      for (const { id: clockId } of act === 'fulfil' ? duties.slice(0, 1) : duties) {
        must(await execute(fulfilDuty, ctx, { requestId, clockId, doneOn: ctx.today }))
      }
      return
    }
    case 'ask':
      return must(
        await execute(askQuestion, as(officer), { submissionId: randomUUID(), requestId, text: of.text.question }),
      )
    case 'reply':
      return must(
        await execute(sendMessage, as(requester), { submissionId: randomUUID(), requestId, text: of.text.reply }),
      )
    case 'extend': {
      const clocks = await openClocks(officer, requestId)
      const { id: clockId } = found(
        clocks.find(({ extensionAmount }) => extensionAmount !== null),
        'clock',
      )
      return void must(
        await execute(extendDeadline, as(officer), { requestId, clockId, reasons: of.text.reasons ?? '' }),
      )
    }
    case 'save': {
      const { outcome, refusalGround } = of.text
      const letter = writeLetter(of, officer)
      return void must(
        await execute(saveAnswer, as(officer), {
          ...{ requestId, outcome, letter },
          refusalGround,
        }),
      )
    }
    case 'release': {
      const { answer } = await getRequestCase(as(officer), requestId)
      return must(await execute(releaseAnswer, as(officer), { requestId, version: answer?.version }))
    }
    case 'read':
      return void (await getOwnCase(as(requester)))
  }
}

async function upload(ctx: Context, name: string): Promise<string> {
  return must(await takeUpload(ctx, { name, bytes: sampleScan('Sample document, no real person') })).token
}

/** The request's clocks that run, the most urgent first. */
function openClocks(actor: StaffActor, requestId: string) {
  return asActor(actor, (tx) =>
    tx
      .select()
      .from(requestClock)
      .where(and(eq(requestClock.requestId, requestId), isNull(requestClock.stoppedAt)))
      .orderBy(asc(requestClock.dueOn)),
  )
}

function writeLetter({ form, text, addressee }: DemoCase, officer: StaffActor): string {
  const isRussian = form.locale === 'ru'
  const greeting = text.byAuthority ? 'Уважаемые коллеги!' : salutation(addressee)
  const closing = isRussian ? 'С уважением,' : 'Yours sincerely,'
  const post = isRussian ? 'ответственный за обработку персональных данных' : 'privacy officer'
  return [greeting, text.letter, `${closing}\n${officer.name}\n${post}`].join('\n\n')
}
