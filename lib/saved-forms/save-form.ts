import { savedForm } from '@/db/schema'
import type { PublicActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { keepUploads } from '@/lib/documents/keep-uploads'
import { newKey, readTicket, sealForm, ticketOf } from './keys'
import { KEPT_HOURS, type SavedValues } from './model'
import { saveFormSchema } from './schemas'

/**
 * Keeps a form as it stands, with its files, for whoever has its key. A form that was opened by a key keeps that key, and
 * its day begins anew.
 */
export const saveForm = defineCommand({
  input: saveFormSchema,
  load: async (_tx, { actor }: Context<PublicActor>, { ticket }) => readTicket(actor.operatorId, ticket),
  allow: () => true,
  run: async (tx, ctx, known, { kind, values: typed }) => {
    const { operatorId } = ctx.actor
    const key = known ?? newKey()
    const expiresAt = new Date(ctx.now.getTime() + KEPT_HOURS * 3_600_000)
    const { 'uploads[]': tokens = [], 'uploadNames[]': names = [], ...others } = typed
    const renewed = await keepUploads(tx, ctx, tokens, expiresAt)
    const values: SavedValues = {
      ...others,
      ...(tokens.length > 0 && {
        'uploads[]': tokens.map(renewed),
        'uploadNames[]': names.filter((line) => tokens.includes(line.split(' ')[0] ?? '')).map(renewed),
      }),
    }
    const { id, form } = sealForm(operatorId, key, { kind, values })
    await tx
      .insert(savedForm)
      .values({ id, operatorId, form, expiresAt })
      .onConflictDoUpdate({ target: savedForm.id, set: { form, expiresAt } })
    return {
      ok: true,
      value: { ticket: ticketOf(operatorId, key), expiresAt },
      audit: [{ action: 'form.saved' }],
    }
  },
})
