'use server'

import { getTranslations } from 'next-intl/server'
import { refresh, revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { type Site, staffAction, staffQuery } from '@/app/_server/action'
import type { FormObject } from '@/app/_server/form-object'
import type { StaffActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { paths } from '@/lib/core/links'
import { askQuestion } from '@/lib/correspondence/ask-question'
import { draftAnswer } from '@/lib/correspondence/draft-answer'
import { saveAnswer } from '@/lib/correspondence/save-answer'
import type { StoredDraft } from '@/lib/correspondence/store-draft'
import { formatInstant } from '@/lib/i18n/format'

/** Without scripts the question is a part of the letter's form: it is asked, and the letter kept as far as it is written. */
async function askBesideLetter(ctx: Context<StaffActor>, input: FormObject, site: Site) {
  const asked = await execute(askQuestion, ctx, input)
  if (!asked.ok) return asked
  if (!input['letter'] && !input['outcome']) {
    const t = await getTranslations({ locale: site.locale, namespace: 'admin.case' })
    return { ok: true, value: { version: Number(input['basedOn'] ?? 0), saved: t('notSaved') } } as const
  }
  const kept = await execute(draftAnswer, ctx, input)
  return kept.ok ? ({ ok: true, value: await savedWords(kept.value, site) } as const) : kept
}

/** Saves the draft, whatever it lacks; with the button "check and send" nothing may lack, and the page that sends it comes. */
export const save = staffAction(async (ctx, input, site) => {
  if (input['then'] === 'ask') return askBesideLetter(ctx, input, site)
  const isReviewed = input['then'] === 'review'
  const result = await (isReviewed ? execute(saveAnswer, ctx, input) : execute(draftAnswer, ctx, input))
  if (result.ok && isReviewed && typeof input['requestId'] === 'string') {
    const page = paths.request(site.locale, site.operator.slug, input['requestId'])
    // Whoever goes back finds what was saved, and not the page as it was drawn first.
    revalidatePath(page)
    redirect(`${page}/release`)
  }
  return result.ok ? { ok: true, value: await savedWords(result.value, site) } : result
})

/** Keeps what is typed, as it is typed. The page is drawn anew only where it holds a text that is newer. */
export const keepDraft = staffQuery(async (ctx, input, site) => {
  const result = await execute(draftAnswer, ctx, input)
  if (result.ok) return { ok: true, value: await savedWords(result.value, site) }
  if (result.reason === 'newer-version') refresh()
  return result
})

async function savedWords({ version, savedAt }: StoredDraft, { locale, operator }: Site) {
  const t = await getTranslations({ locale, namespace: 'admin.case' })
  return { version, saved: t('savedAt', { when: formatInstant(savedAt, locale, operator.timeZone) }) }
}
