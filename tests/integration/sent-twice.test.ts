import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { INSTALLATION } from '@/lib/core/actor'
import { execute, type Result } from '@/lib/core/command'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { draftAnswer } from '@/lib/correspondence/draft-answer'
import { releaseAnswer } from '@/lib/correspondence/release-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import { sendMessage } from '@/lib/correspondence/send-message'
import { resendMail } from '@/lib/mail/resend-mail'
import { changeTermRule } from '@/lib/operators/change-term-rule'
import { changeRole } from '@/lib/people/change-role'
import { closeAccount } from '@/lib/people/close-account'
import { dismissStaff } from '@/lib/people/dismiss-staff'
import { inviteStaff } from '@/lib/people/invite-staff'
import { takeBack } from '@/lib/people/take-back'
import { changeReminderPreference } from '@/lib/reminders/change-preference'
import { changeReminderSettings } from '@/lib/reminders/change-settings'
import { assignRequest } from '@/lib/requests/assign-request'
import { extendDeadline } from '@/lib/requests/extend-deadline'
import { fileRequest } from '@/lib/requests/file-request'
import { fulfilDuty } from '@/lib/requests/fulfil-duty'
import { giveBackRequest } from '@/lib/requests/give-back-request'
import { recordStartEvent } from '@/lib/requests/record-start-event'
import { takeRequest } from '@/lib/requests/take-request'
import { undoDuty } from '@/lib/requests/undo-duty'
import { withdrawRequest } from '@/lib/requests/withdraw-request'
import { eraseRequest } from '@/lib/retention/erase-request'
import { readModules } from '../architecture/modules'
import {
  clinicOf,
  fileAt,
  type Officer,
  publicAt,
  requesterAt,
  requestForm,
  staffAt,
  useDomain,
} from '../support/domain'

const { sql, hire } = useDomain()
const NOW = new Date('2026-12-01T09:00:00Z')
const TODAY = '2026-12-01'

let clinic: Officer['clinic']
let officer: Officer
let lead: Officer
beforeAll(async () => {
  clinic = await clinicOf('caop1')
  officer = await hire(clinic)
  lead = await hire(clinic, 'lead')
})

type Sent = () => Promise<Result<unknown, string>>

const letter = { outcome: 'fulfilled', letter: 'Вот ваши данные.' }

/** A request in the hands of the officer. */
async function aCase(form: Parameters<typeof fileAt>[2] = {}) {
  const { requestId } = await fileAt(clinic, NOW, form)
  const ctx = staffAt(officer, NOW)
  await execute(takeRequest, ctx, { requestId })
  const clockOf = async (where: ReturnType<typeof sql>) => {
    const [row] = await sql`select id from request_clock where request_id = ${requestId} and ${where}`
    return String(row?.['id'])
  }
  return { requestId, ctx, clockOf }
}

const ruleOf = async () => {
  const [rule] = await sql`select id, unit, counted_from, roll_forward from term_rule
    where operator_id = ${clinic.id} and kind = 'claim' and requester_type = 'authority' and superseded_at is null`
  return rule
}

const settings = {
  ...{ daysBefore: '7, 2, 0', overdueDaily: true, leadDaysBefore: '2', unreadAfterDays: '5' },
  escalationAfterDays: '3',
}

/** What is stored by a form, by the file of its command: each makes what it is about, and says how the form is sent. */
const commands: Record<string, () => Promise<Sent>> = {
  'lib/correspondence/ask-question': async () => {
    const { requestId, ctx } = await aCase()
    const form = { submissionId: randomUUID(), requestId, text: 'Когда вы у нас были?' }
    return () => execute(askQuestion, ctx, form)
  },
  'lib/correspondence/send-message': async () => {
    const { requestId } = await aCase()
    const form = { submissionId: randomUUID(), requestId, text: 'В мае.' }
    return () => execute(sendMessage, requesterAt(clinic, requestId, NOW), form)
  },
  'lib/correspondence/draft-answer': async () => {
    const { requestId, ctx } = await aCase()
    return () => execute(draftAnswer, ctx, { requestId, editor: '6f0c6a2e-5c1d-4a53-9d52-2f1f3c1b8a11', letter: 'Вот' })
  },
  'lib/correspondence/save-answer': async () => {
    const { requestId, ctx } = await aCase()
    return () => execute(saveAnswer, ctx, { requestId, ...letter })
  },
  'lib/correspondence/release-answer': async () => {
    const { requestId, ctx } = await aCase()
    await execute(saveAnswer, ctx, { requestId, ...letter })
    return () => execute(releaseAnswer, ctx, { requestId, version: 1 })
  },
  'lib/mail/resend-mail': async () => {
    const { requestId } = await fileAt(clinic, NOW)
    const [row] = await sql`update mail set state = 'failed' where request_id = ${requestId} returning id`
    return () => execute(resendMail, staffAt(lead, NOW), { mailId: row?.['id'] })
  },
  'lib/operators/change-term-rule': async () => {
    const rule = await ruleOf()
    const form = {
      ...{ ruleId: rule?.['id'], unit: rule?.['unit'], countedFrom: rule?.['counted_from'] },
      ...{ rollForward: rule?.['roll_forward'], amount: '8', legalBasis: { ru: 'Правило', en: 'A rule' } },
    }
    return () => execute(changeTermRule, staffAt(lead, NOW), form)
  },
  'lib/people/change-role': async () => {
    const { staffId } = (await hire(clinic)).actor
    return () => execute(changeRole, staffAt(lead, NOW), { staffId, role: 'auditor' })
  },
  'lib/people/close-account': async () => {
    const hired = await hire(clinic, 'admin')
    const admin = { ...hired, actor: { ...hired.actor, operatorId: INSTALLATION } }
    const { staffId } = (await hire(clinic)).actor
    await execute(dismissStaff, staffAt(lead, NOW), { staffId })
    return () => execute(closeAccount, staffAt(admin, NOW), { staffId })
  },
  'lib/people/dismiss-staff': async () => {
    const { staffId } = (await hire(clinic)).actor
    return () => execute(dismissStaff, staffAt(lead, NOW), { staffId })
  },
  'lib/people/invite-staff': async () => {
    const form = { email: `${randomUUID()}@staff.example`, name: 'Нина Орлова', locale: 'ru', role: 'officer' }
    return () => execute(inviteStaff, staffAt(lead, NOW), form)
  },
  'lib/people/take-back': async () => {
    const { staffId } = (await hire(clinic)).actor
    await execute(dismissStaff, staffAt(lead, NOW), { staffId })
    return () => execute(takeBack, staffAt(lead, NOW), { staffId })
  },
  'lib/reminders/change-preference': async () => () =>
    execute(changeReminderPreference, staffAt(officer, NOW), { digest: 'daily', digestHour: '11' }),
  'lib/reminders/change-settings': async () => () => execute(changeReminderSettings, staffAt(lead, NOW), settings),
  'lib/requests/assign-request': async () => {
    const { requestId } = await aCase()
    return () => execute(assignRequest, staffAt(lead, NOW), { requestId, assigneeId: lead.actor.staffId })
  },
  'lib/requests/extend-deadline': async () => {
    const { requestId, ctx, clockOf } = await aCase()
    const clockId = await clockOf(sql`extension_amount is not null`)
    return () => execute(extendDeadline, ctx, { requestId, clockId, reasons: 'Архив' })
  },
  'lib/requests/file-request': async () => {
    const form = requestForm()
    return () => execute(fileRequest, publicAt(clinic, NOW), form)
  },
  'lib/requests/fulfil-duty': async () => {
    const { requestId, ctx, clockOf } = await aCase({ kind: 'blocking' })
    const clockId = await clockOf(sql`clock not in ('answer', 'response')`)
    return () => execute(fulfilDuty, ctx, { requestId, clockId, doneOn: TODAY, note: 'Акт 12' })
  },
  'lib/requests/give-back-request': async () => {
    const { requestId, ctx } = await aCase()
    return () => execute(giveBackRequest, ctx, { requestId })
  },
  'lib/requests/record-start-event': async () => {
    const { requestId, ctx } = await aCase({ kind: 'deletion', ground: 'unneeded' })
    return () => execute(recordStartEvent, ctx, { requestId, event: 'proof', happenedOn: TODAY })
  },
  'lib/requests/take-request': async () => {
    const { requestId } = await fileAt(clinic, NOW)
    return () => execute(takeRequest, staffAt(officer, NOW), { requestId })
  },
  'lib/requests/undo-duty': async () => {
    const { requestId, ctx, clockOf } = await aCase({ kind: 'blocking' })
    const clockId = await clockOf(sql`clock not in ('answer', 'response')`)
    await execute(fulfilDuty, ctx, { requestId, clockId, doneOn: TODAY })
    return () => execute(undoDuty, ctx, { requestId, clockId })
  },
  'lib/requests/withdraw-request': async () => {
    const { requestId } = await aCase()
    return () => execute(withdrawRequest, requesterAt(clinic, requestId, NOW), { requestId })
  },
  'lib/retention/erase-request': async () => {
    const { requestId } = await aCase()
    await execute(withdrawRequest, requesterAt(clinic, requestId, NOW), { requestId })
    return () => execute(eraseRequest, staffAt(lead, NOW), { requestId, ground: 'asked-for', sure: true })
  },
}

/** What makes something new each time on purpose, and why that is no double. */
const anew: Record<string, string> = {
  'lib/documents/receive-upload': 'a file waits a day, and only what the form names at last is attached',
  'lib/saved-forms/save-form':
    'a copy under a key of its own, of which the answer that came tells one; both go within a day',
  'lib/saved-forms/check-key': 'counts wrong tries alone',
  'lib/sessions/request-code': 'limited in number, and the newest code alone opens',
  'lib/sessions/verify-code': 'the code is used up by the first',
  'lib/sessions/sign-in-staff': 'a session of the browser that asked',
  'lib/people/request-reset': 'limited in number, and the link is used up by the first',
  'lib/operators/open-clinic': 'the second finds its address taken by the first',
  'lib/operators/save-profile-part': 'changes the one draft there is, and the second finds it as it would make it',
  'lib/operators/settle-draft': 'the draft is used up by the first, and there is one alone',
  'lib/people/answer-offer': 'the offer is used up by the first',
  'lib/people/withdraw-offer': 'takes a row away',
  'lib/people/resend-invitation': 'the link before it works no more',
  'lib/people/choose-password': 'the link is used up by the first',
  'lib/people/own-account': 'changes a row that is there',
  'lib/people/unlock-staff': 'changes a row that is there',
  'lib/people/prove-again': 'changes a row that is there; a code is used up by the first',
  'lib/people/passkeys': 'what a device has signed is used up by the first',
  'lib/people/remove-second-factor': 'the second finds none to remove',
  'lib/people/second-factor': 'changes the one row there is; a code is used up by the first',
  'lib/sessions/second-step': 'the code is used up by the first',
  'lib/requests/change-contact': 'the second finds the address as it would make it',
  'lib/sign-on/add-provider': 'the second finds it there',
  'lib/sign-on/sign-in-through': 'what a browser began with is used up by the first',
}

/** Whether a module writes rows, itself or by what it imports, as far as that makes what a command is for. */
function whoInserts() {
  const modules = new Map(readModules().map((module) => [module.id, module]))
  const runner = /^lib\/(core|audit|jobs|sessions\/(passwords|find-account))/
  const inserts = (id: string, depth: number): boolean => {
    const module = modules.get(id)
    if (!module || runner.test(id)) return false
    return (
      /\.insert\(/.test(module.text) || (depth > 0 && module.imports.some(({ target }) => inserts(target, depth - 1)))
    )
  }
  const fromForms = new Set(
    [...modules.values()]
      .filter(({ id }) => id.startsWith('app/'))
      .flatMap(({ imports }) => imports.map((i) => i.target)),
  )
  return [...modules.values()]
    .filter(
      ({ id, isTest, text }) => !isTest && fromForms.has(id) && /= define\w*Command\(/.test(text) && inserts(id, 2),
    )
    .map(({ id }) => id)
}

/** How many rows there are of everything, but for the log of what was tried and what counts tries. */
async function rowsOfAll(): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables
    where schemaname = 'public' and tablename not in ('audit_event', 'limit_count') order by tablename`
  const counts: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await sql`select count(*)::int as rows from ${sql(name)}`
    counts[name] = Number(row?.['rows'])
  }
  return counts
}

describe('a form that is sent again, because its answer was lost', () => {
  it('is tried with every command that a form sends and that stores rows', () => {
    expect(Object.keys({ ...commands, ...anew }).sort()).toEqual(expect.arrayContaining(whoInserts().sort()))
  })

  it.each(Object.entries(commands))('stores nothing twice by %s', async (_name, setUp) => {
    const send = await setUp()
    expect(await send()).toMatchObject({ ok: true })
    const once = await rowsOfAll()
    await send().catch((error: unknown) => expect(error).toMatchObject({ name: 'NotFoundError' }))
    expect(await rowsOfAll()).toEqual(once)
  })
})

describe('a message', () => {
  const textsOf = async (requestId: string) =>
    (await sql`select id from message where request_id = ${requestId}`).length

  it('that comes five times at once is one, and is told as sent each time', async () => {
    const { requestId, ctx } = await aCase()
    const form = { submissionId: randomUUID(), requestId, text: 'Когда вы у нас были?' }
    const answers = await Promise.all(Array.from({ length: 5 }, () => execute(askQuestion, ctx, form)))
    expect(answers).toEqual(Array(5).fill({ ok: true, value: undefined }))
    expect(await textsOf(requestId)).toBe(1)
    const told = await sql`select seq from audit_event where request_id = ${requestId} and action = 'message.asked'`
    expect(told).toHaveLength(1)
  })

  it('is told as sent once more after the request was closed', async () => {
    const { requestId } = await aCase()
    const ctx = requesterAt(clinic, requestId, NOW)
    const form = { submissionId: randomUUID(), requestId, text: 'В мае.' }
    await execute(sendMessage, ctx, form)
    await execute(withdrawRequest, ctx, { requestId })
    expect(await execute(sendMessage, ctx, form)).toEqual({ ok: true, value: undefined })
    expect(await execute(sendMessage, ctx, { ...form, text: 'Другое' })).toEqual({ ok: false, reason: 'closed' })
  })

  it('of other words under the same id is another, as is one of the same words under another id', async () => {
    const { requestId } = await aCase()
    const ctx = requesterAt(clinic, requestId, NOW)
    const form = { submissionId: randomUUID(), requestId, text: 'В мае.' }
    for (const each of [form, { ...form, text: 'В мае и в июне.' }, { ...form, submissionId: randomUUID() }])
      expect(await execute(sendMessage, ctx, each)).toMatchObject({ ok: true })
    expect(await textsOf(requestId)).toBe(3)
  })
})
