import { eq } from 'drizzle-orm'
import { operatorProfileSchema, starterProfile } from '@/db/operators'
import { operator } from '@/db/schema'
import type { StaffActor } from '@/lib/core/actor'
import { defineCommand } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { email, line } from '@/lib/text/fields'
import { z } from 'zod/mini'
import { fieldFaults } from './profile-form'
import { loadPublication, publish, type Unpublishable } from './publish-profile'

const text = () => z._default(line(300), '')
const both = () => z._default(z.object({ ru: text(), en: text() }), { ru: '', en: '' })

/**
 * Opens a clinic with what is known of it on its first day and what the law says by itself. Its pages are hidden until its
 * people open them. The actor is at work in the clinic that is to be, as the admin who runs the installation.
 */
export const openClinic = defineCommand({
  needsRecentProof: true,
  input: z.object({
    slug: z._default(
      z.pipe(
        line(60),
        z.transform((slug) => slug.toLowerCase()),
      ),
      '',
    ),
    /** Not `code`: what a field of that name holds, a one-time code, is kept nowhere. */
    registerCode: z._default(
      z.pipe(
        line(10),
        z.transform((code) => code.toUpperCase()),
      ),
      '',
    ),
    ...{ name: both(), legalName: both(), site: text(), timeZone: text() },
    email: z._default(email(), ''),
  }),
  load: (tx, ctx: Context<StaffActor>, { slug, registerCode: code }) => loadPublication(tx, ctx, { slug, code }),
  allow: ({ role }) => role === 'admin',
  run: async (tx, ctx, publication, { registerCode, ...facts }) => {
    const profile = starterProfile({ ...facts, code: registerCode })
    const { code, ...fields } = fieldFaults(profile, operatorProfileSchema.safeParse(profile).error?.issues ?? [])
    const faults = {
      ...Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith('contacts.'))),
      ...(code && { registerCode: code }),
      ...(facts.email === '' && { email: ['required'] }),
    }
    if (Object.keys(faults).length > 0) return { ok: false, reason: 'invalid', fields: faults }
    const published = await publish(tx, ctx, publication, profile)
    if (!published.ok) {
      const taken = takenFields[published.reason]
      return taken ? { ok: false, reason: 'invalid', fields: { [taken]: [published.reason] } } : published
    }
    await tx.update(operator).set({ intake: 'hidden' }).where(eq(operator.id, ctx.actor.operatorId))
    return { ...published, value: { slug: profile.slug } }
  },
})

/** What another clinic has already, by the field in which it was typed. */
const takenFields: Partial<Record<Unpublishable, string>> = { 'slug-taken': 'slug', 'code-taken': 'registerCode' }
