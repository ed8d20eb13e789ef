import type { MailFinding } from '@/db/enums'
import { execute } from '@/lib/core/command'
import { contextFor } from '@/lib/core/context'
import { getEnv } from '@/lib/env'
import { claimMail } from './claim'
import { type DeliveryOutcome, recordDelivery } from './record-delivery'
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
  const record = (result: { outcome: DeliveryOutcome; finding?: MailFinding; reply?: string }) => {
    const ctx = contextFor({ kind: 'system', operatorId }, 'UTC', clock())
    return execute(recordDelivery, ctx, { mailId: claim.mailId, ...result, reply: result.reply?.slice(0, 500) ?? '' })
  }
  if (claim.state === 'stale') {
    await record({ outcome: 'stale' })
    return
  }
  if (claim.state === 'unmade') {
    await record({ outcome: claim.outcome, finding: claim.finding, reply: claim.fault })
    return
  }
  const result = await transport.send({ envelope: { from: getEnv().MAIL_FROM, to: claim.to }, raw: claim.raw })
  await record({ outcome: result.outcome, finding: findingOf(result), reply: replyOf(result) })
}

function findingOf(result: SendResult): MailFinding {
  if (result.outcome === 'accepted') return 'accepted'
  return result.outcome === 'unknown' ? 'unsure' : result.finding
}

function replyOf(result: SendResult): string {
  if (result.outcome === 'accepted') return result.response
  return result.outcome === 'unknown' ? '' : `${result.code} ${result.message}`
}
