import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { getEnv } from '@/lib/env'
import { claimMail } from './claim'
import { recordDelivery } from './record-delivery'
import type { MailTransport, SendResult } from './transport'

/**
 * One try at one mail. Between the final dot and the stored result a crash leaves it unknown whether the mail left: it
 * is sent again then, with the same Message-ID and the same bytes, so that the recipient's server can tell.
 */
export async function deliverMail(
  transport: MailTransport,
  { operatorId, mailId }: { operatorId: string; mailId: string },
  clock: () => Date,
): Promise<void> {
  const claim = await claimMail(operatorId, mailId, clock())
  if (!claim) return
  const record = (outcome: SendResult['outcome'] | 'stale', reply: string) => {
    const ctx = contextFor({ kind: 'system', operatorId }, 'UTC', clock())
    return execute(recordDelivery, ctx, { mailId, outcome, reply: reply.slice(0, 500) })
  }
  if (claim.state === 'stale') {
    await record('stale', '')
    return
  }
  if (claim.state === 'unmade') {
    await record(claim.outcome, claim.fault)
    return
  }
  const result = await transport.send({ envelope: { from: getEnv().MAIL_FROM, to: claim.to }, raw: claim.raw })
  await record(result.outcome, replyOf(result))
}

function replyOf(result: SendResult): string {
  if (result.outcome === 'accepted') return result.response
  return result.outcome === 'unknown' ? '' : `${result.code} ${result.message}`
}
