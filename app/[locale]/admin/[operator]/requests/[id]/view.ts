import type { getTranslations } from 'next-intl/server'
import type { StaffScope } from '@/app/_server/context'
import { type Locale, refusalGrounds } from '@/db/enums'
import type { ProductionCalendar } from '@/lib/calendar/model'
import type { RequestCase } from '@/lib/requests/model'
import { can } from '@/lib/requests/permissions'
import { awaitsAnswer, isClosed } from '@/lib/requests/rules'
import type { AdminWords } from '../../../_ui/due-words'
import { labelsOf } from '../../../_ui/labels'

interface Words {
  t: AdminWords
  errors: Awaited<ReturnType<typeof getTranslations<'errors'>>>
  locale: Locale
  calendar: ProductionCalendar
}

/** What every part of the page of one request is drawn from. */
export type CaseView = ReturnType<typeof viewOf>

export function viewOf({ ctx, operator }: StaffScope, found: RequestCase, { t, errors, locale, calendar }: Words) {
  const { request } = found
  const { actor, today } = ctx
  const open = !isClosed(request)
  const unanswered = awaitsAnswer(request)
  return {
    ...{ t, locale, calendar, today, operator, ...found },
    slug: operator.slug,
    isOpen: open,
    awaitsAnswer: unanswered,
    me: actor.staffId,
    isMine: request.assigneeId === actor.staffId,
    may: {
      // Who works here no more is in charge of nothing.
      take: open && !found.assignee && can(actor, 'take', request),
      giveBack: open && found.assignee !== undefined && can(actor, 'giveBack', request),
      assign: open && can(actor, 'assign', request),
      extend: open && can(actor, 'extendDeadline', request),
      start: open && can(actor, 'recordStartEvent', request),
      // Closed or not: a slip of today can be taken back.
      contact: can(actor, 'changeContact', request),
      fulfil: can(actor, 'fulfilDuty', request),
      ask: open && can(actor, 'ask', request),
      answer: unanswered && can(actor, 'saveAnswer', request),
      act: can(actor, 'take'),
      erase: !open && can(actor, 'erase', request),
      audit: actor.role === 'lead' || actor.role === 'auditor',
    },
    /** What every form of the page says of refusals and of fields. */
    forms: {
      reasons: labelsOf(t, 'reason', [
        'invalid',
        'not-allowed',
        'assigned-to-nobody',
        'assigned-to-another',
        'closed',
        'answered',
        'not-unlawful',
        'not-recorded',
        'already-yours',
        'taken-by-another',
        'not-assigned',
        'not-a-colleague',
        'already-theirs',
        'not-extendable',
        'already-extended',
        'clock-stopped',
        'overdue',
        'no-answer',
        'newer-version',
        'ends-with-answer',
        'no-such-clock',
        'same-address',
      ]),
      errors: {
        required: errors('required'),
        badEmail: errors('badEmail'),
        emailLetters: errors('emailLetters'),
        emailEnding: errors('emailEnding'),
        tooLong: errors('tooLong'),
        badDate: errors('badDate'),
        dateIncomplete: errors('dateIncomplete'),
        dateTooFar: errors('dateTooFar'),
        dateOutOfRange: errors('dateOutOfRange'),
      },
    },
    grounds: labelsOf(t, 'refusal', refusalGrounds),
  }
}
