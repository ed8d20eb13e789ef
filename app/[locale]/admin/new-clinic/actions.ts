'use server'

import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { installationStaffAction } from '@/app/_server/action'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { openClinic } from '@/lib/operators/open-clinic'
import { forgetOperators } from '@/lib/operators/queries'

/** Leads on to the new clinic's profile. */
export const open = installationStaffAction(async (ctx, input, { locale }) => {
  const inTheClinic = { ...ctx, actor: { ...ctx.actor, operatorId: randomUUID() } }
  const result = await execute(openClinic, inTheClinic, input)
  if (!result.ok) return result
  forgetOperators()
  redirect(paths.profile(locale, result.value.slug))
})
