import { asActor } from '@/lib/core/database'
import { type MailContents, mailSealer } from '@/lib/mail/outbox'
import { mail } from '@/db/schema'
import { and, desc, eq } from 'drizzle-orm'

/** What the newest mail of a template to somebody says, whatever became of it; undefined where there is none. */
export async function staffMail(
  operatorId: string,
  staffId: string,
  template: string,
): Promise<(MailContents & { props: Record<string, unknown> }) | undefined> {
  return asActor({ kind: 'system', operatorId }, async (tx) => {
    const [row] = await tx
      .select()
      .from(mail)
      .where(and(eq(mail.operatorId, operatorId), eq(mail.staffId, staffId), eq(mail.template, template)))
      .orderBy(desc(mail.createdAt))
      .limit(1)
    if (!row) return undefined
    const sealer = await mailSealer(tx, [])
    return JSON.parse(sealer.open(row, 'mail:contents', row.contents).toString())
  })
}

/** The token at the end of a link. */
export const tokenIn = (url: unknown): string => String(url).split('/').at(-1) ?? ''
