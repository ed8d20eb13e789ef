'use server'

import { redirect } from 'next/navigation'
import { signedInAction, staffQuery } from '@/app/_server/action'
import { clearStaffToken } from '@/app/_server/session'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { type FoundRow, searchRequests } from '@/lib/requests/search'
import { endStaffSession } from '@/lib/sessions/end-session'

/** Ends the session in the database first: a copied cookie is worth nothing from then on. */
export const signOut = signedInAction(async (ctx, { locale }) => {
  await execute(endStaffSession, ctx, {})
  await clearStaffToken()
  redirect(`${paths.signIn(locale)}?ended`)
})

/** Exact search. What is looked for is personal and thus never part of a URL; a single find opens at once. */
export const search = staffQuery<FoundRow[], never>(async (ctx, input, { locale, operator }) => {
  const { text } = input
  if (typeof text !== 'string') return { ok: false, reason: 'invalid', fields: { text: ['required'] } }
  const rows = await searchRequests(ctx, text.slice(0, 254))
  const [only, ...more] = rows
  if (only && more.length === 0) redirect(paths.request(locale, operator.slug, only.id))
  return { ok: true, value: rows }
})
