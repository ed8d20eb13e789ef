import type { RequesterType, RequestKind } from '@/db/enums'
import type { AnswerDraft, MessageText } from '@/lib/requests/model'
import { namesGround } from '@/lib/requests/rules'

type Decision = Pick<AnswerDraft, 'outcome' | 'refusalGround' | 'letter'>

/** Whether nothing is missing for the person to read: a decision, its ground where it declines something, and a letter. */
export const isComplete = (
  request: { kind: RequestKind; requesterType: RequesterType },
  { outcome, refusalGround, letter }: Decision,
): boolean => outcome !== null && letter.trim() !== '' && (refusalGround !== null || !namesGround(request, outcome))

/**
 * The questions that wait for a reply: what staff wrote since the person last did. The reasons of an extension are a
 * message too, of the very moment of the extension, and ask for nothing.
 */
export function openQuestions<M extends Pick<MessageText, 'author' | 'sentAt'>>(
  messages: readonly M[],
  clocks: readonly { extendedAt: Date | null }[],
): M[] {
  const notices = new Set(clocks.map(({ extendedAt }) => extendedAt?.getTime()))
  const last = messages.findLastIndex(({ author }) => author === 'requester')
  return messages.slice(last + 1).filter(({ sentAt }) => !notices.has(sentAt.getTime()))
}

/** Pauses in writing that are still the same sitting. */
const SITTING_MS = 30 * 60_000

interface Stored {
  version: number
  editor: string | null
  draftedBy: string
  savedAt: Date
  releasedAt: Date | null
}

/**
 * Whether a text may take the place of the stored one: if it began with that one, or if the stored one came from the
 * very same form, which has not heard of its version yet.
 */
export function decideSave(
  stored: Stored | undefined,
  { basedOn, editor }: { basedOn: number; editor?: string | undefined },
): { ok: true } | { ok: false; reason: 'closed' | 'newer-version' } {
  if (!stored) return { ok: true }
  if (stored.releasedAt) return { ok: false, reason: 'closed' }
  const isOwn = editor !== undefined && stored.editor === editor
  return stored.version === basedOn || isOwn ? { ok: true } : { ok: false, reason: 'newer-version' }
}

/** Whether somebody only goes on writing: the log has told of this sitting already. */
export const goesOn = (stored: Stored | undefined, staffId: string, now: Date): boolean =>
  stored?.draftedBy === staffId && now.getTime() - stored.savedAt.getTime() < SITTING_MS
