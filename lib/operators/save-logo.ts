import type { StaffActor } from '@/lib/core/actor'
import { execute, type Invalid, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { z } from 'zod/mini'
import { drawLogo } from './logo'
import { canPublishProfile } from './permissions'
import { saveProfilePart } from './save-profile-part'

const input = z.object({ seen: z._default(z.string(), ''), remove: z.optional(z.boolean()) })

/** Saves the clinic's logo in the draft, drawn anew from a file before any transaction; or takes it away. */
export async function saveLogo(
  ctx: Context<StaffActor>,
  rawInput: unknown,
  file: Uint8Array | undefined,
): Promise<Result<undefined, 'unchanged' | 'newer-version' | 'invalid'>> {
  const { seen = '', remove = false } = z.safeParse(input, rawInput).data ?? {}
  if (remove) return execute(saveProfilePart, ctx, { part: 'logo', seen, logo: '' })
  if (!canPublishProfile(ctx.actor)) return { ok: false, reason: 'not-allowed' }
  if (!file) return refused('required')
  const logo = await drawLogo(file)
  return logo ? execute(saveProfilePart, ctx, { part: 'logo', seen, logo }) : refused('badPicture')
}

const refused = (fault: string): Invalid => ({ ok: false, reason: 'invalid', fields: { file: [fault] } })
