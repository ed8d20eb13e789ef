import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import {
  answer,
  attachment,
  mail,
  message,
  oneTimeCode,
  request,
  requestClock,
  requesterSession,
  requestKey,
  requestSearch,
  upload,
} from '@/db/schema'
import { forgetInLetters } from '@/lib/mail/forget-in-letters'

const NOTHING = Buffer.alloc(0)

/**
 * Takes away all that a request says of a person, and every way to it: the key, what it sealed, the hashes it was found by,
 * its lines in letters, sessions and codes. What the register shows stays. The files go with the next sweep, once this transaction stands.
 */
export async function eraseData(tx: Transaction, requestId: string, now: Date): Promise<void> {
  const files = await tx.delete(attachment).where(eq(attachment.requestId, requestId)).returning()
  const remains = files.map(({ id, operatorId, mediaType, size }) => ({ id, operatorId, mediaType, size }))
  if (remains.length > 0)
    await tx
      .insert(upload)
      .values(remains.map((file) => ({ ...file, key: NOTHING, name: NOTHING, source: NOTHING, expiresAt: now })))
  await forgetInLetters(tx, requestId)
  await Promise.all([
    tx.delete(requestKey).where(eq(requestKey.requestId, requestId)),
    tx.delete(requestSearch).where(eq(requestSearch.requestId, requestId)),
    tx.delete(requesterSession).where(eq(requesterSession.requestId, requestId)),
    tx.delete(oneTimeCode).where(eq(oneTimeCode.requestId, requestId)),
    tx.delete(message).where(eq(message.requestId, requestId)),
    tx.delete(answer).where(eq(answer.requestId, requestId)),
    tx.update(requestClock).set({ note: null }).where(eq(requestClock.requestId, requestId)),
    tx.update(mail).set({ contents: NOTHING, raw: null, foldKey: null }).where(eq(mail.requestId, requestId)),
    // The form that it came by may be sent again, as if nothing had been filed by it.
    tx
      .update(request)
      .set({
        personal: NOTHING,
        emailHash: null,
        emailConfirmedAt: null,
        submissionId: randomUUID(),
        searchStale: false,
      })
      .where(eq(request.id, requestId)),
  ])
}
