import { randomUUID } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Transaction } from '@/db/client'
import type { Locale, StaffLinkPurpose } from '@/db/enums'
import { staff, staffLink } from '@/db/schema'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { hashToken, newToken } from '@/lib/sessions/secret-token'

/** How long a link is good for: an invitation may lie over a weekend, a forgotten password is chosen at once. */
export const INVITATION_DAYS = 7
export const RESET_MINUTES = 30

const LASTS_MS: Record<StaffLinkPurpose, number> = {
  invitation: INVITATION_DAYS * 24 * 3_600_000,
  reset: RESET_MINUTES * 60_000,
}

interface Recipient {
  id: string
  locale: Locale
}

/**
 * Makes a link; an invitation ends the one before it. Of several to a forgotten password each works until one is used: a
 * stranger who asks for more must not end the owner's. The URL is for the mail alone: nothing stores its token.
 */
export async function newLink(
  tx: Transaction,
  { id: staffId, locale }: Recipient,
  purpose: StaffLinkPurpose,
  now: Date,
): Promise<{ id: string; url: string }> {
  if (purpose === 'invitation') await endLinks(tx, staffId, now)
  const [id, token] = [randomUUID(), newToken()]
  const expiresAt = new Date(now.getTime() + LASTS_MS[purpose])
  await tx.insert(staffLink).values({ id, staffId, purpose, tokenHash: hashToken(token), createdAt: now, expiresAt })
  return { id, url: portalUrl(paths.choosePassword(locale, token)) }
}

/** No link that a person has got works any more. */
export const endLinks = (tx: Transaction, staffId: string, now: Date) =>
  tx
    .update(staffLink)
    .set({ endedAt: now })
    .where(and(eq(staffLink.staffId, staffId), isNull(staffLink.endedAt)))

/** The link of a token with its person; undefined once it was used, replaced, taken back, or is too old. */
export async function findLink(tx: Transaction, token: string, now: Date) {
  const [row] = await tx
    .select({ id: staffLink.id, purpose: staffLink.purpose, person: staff })
    .from(staffLink)
    .innerJoin(staff, eq(staff.id, staffLink.staffId))
    .where(
      and(
        eq(staffLink.tokenHash, hashToken(token)),
        isNull(staffLink.endedAt),
        gt(staffLink.expiresAt, now),
        isNull(staff.dismissedAt),
      ),
    )
  return row
}
