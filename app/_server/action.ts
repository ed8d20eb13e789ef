import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import type { Locale } from '@/db/enums'
import type { Actor, PublicActor, RequesterActor, StaffActor } from '@/lib/core/actor'
import type { Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { isNotFound } from '@/lib/core/errors'
import type { Operator } from '@/lib/operators/queries'
import {
  currentLocale,
  findRequesterContext,
  findSignedIn,
  installationContext,
  installationStaffContext,
  heldBackAt,
  offeredContext,
  publicContext,
  signedInContext,
  staffContext,
} from './context'
import { type FormObject, formObject, formValues } from './form-object'
import { type FormState, SHOW, type Unsent } from './form-state'
import { textFile } from './text-file'

// Every exported server action is one of these: none can be written that has no actor. Next refuses other origins.

/** What an action knows beside its context. */
export interface Site {
  locale: Locale
  operator: Operator
}

type Work<A extends Actor, V, R extends string, S> = (
  ctx: Context<A>,
  input: FormObject,
  site: S,
) => Promise<Result<V, R>>

/** For `useActionState(action.bind(null, slug), initialFormState)`; works as a plain form without scripts too. */
export type OperatorAction<V, R extends string> = (
  slug: string,
  /** What `useActionState` hands in: the form before, which no action needs. */
  state: unknown,
  form: FormData,
) => Promise<FormState<V, R>>

/** Anybody, on a clinic's pages. */
export function publicAction<V, R extends string>(work: Work<PublicActor, V, R, Site>): OperatorAction<V, R> {
  return async (slug, _state, form) => {
    const { ctx, operator } = await publicContext(slug)
    const site = { operator, locale: await currentLocale() }
    return answer(form, () => work(ctx, formObject(form), site))
  }
}

/** Anybody, before any clinic: signing in. */
export function installationAction<V, R extends string>(
  work: Work<PublicActor, V, R, { locale: Locale }>,
): (state: unknown, form: FormData) => Promise<FormState<V, R>> {
  return async (_state, form) => {
    const locale = await currentLocale()
    return answer(form, () => work(installationContext(), formObject(form), { locale }))
  }
}

/** An officer of the clinic, changing something: the page behind the form shows the change. */
export function staffAction<V, R extends string>(work: Work<StaffActor, V, R, Site>): OperatorAction<V, R> {
  const ask = staffQuery(work)
  return async (slug, state, form) => shown(await ask(slug, state, form))
}

/** As `staffAction`, for a form with one file, in its field `file`: read whole, which the door bounds. */
export function staffFileAction<V, R extends string>(
  work: Work<StaffActor, V, R, Site & { file: Uint8Array | undefined }>,
): OperatorAction<V, R> {
  return async (slug, state, form) => {
    const file = await fileIn(form)
    return staffAction<V, R>((ctx, input, site) => work(ctx, input, { ...site, file }))(slug, state, form)
  }
}

/** A browser sends an empty nameless file for a field that nobody used; a call of an action may bring anything. */
async function fileIn(form: unknown): Promise<Uint8Array | undefined> {
  const file = form instanceof FormData ? form.get('file') : undefined
  return file instanceof File && file.size > 0 ? file.bytes() : undefined
}

/** An officer of the clinic, asking for what no URL may hold: the page stays as it is. */
export function staffQuery<V, R extends string>(work: Work<StaffActor, V, R, Site>): OperatorAction<V, R> {
  return async (slug, _state, form) => {
    if (!(await findSignedIn())) return unsent(form, 'session-ended')
    const held = await heldBackAt(slug)
    if (held) return unsent(form, held)
    const { ctx, operator } = await staffContext(slug)
    const site = { operator, locale: await currentLocale() }
    return answer(form, () => work(ctx, formObject(form), site))
  }
}

/** Whoever is signed in, answering a clinic that offers them a role. */
export function offeredAction<V, R extends string>(work: Work<StaffActor, V, R, Site>): OperatorAction<V, R> {
  return async (slug, _state, form) => {
    if (!(await findSignedIn())) return unsent(form, 'session-ended')
    const { ctx, operator } = await offeredContext(slug)
    const site = { operator, locale: await currentLocale() }
    return answer(form, () => work(ctx, formObject(form), site))
  }
}

/** Whoever is signed in, whatever their clinics: signing out. */
export function signedInAction(
  work: (ctx: Context<StaffActor>, site: { locale: Locale }) => Promise<void>,
): () => Promise<void> {
  return async () => work(await signedInContext(), { locale: await currentLocale() })
}

/** Whoever is signed in, at the installation, where only its admins may change anything. `file` is a text that was sent. */
export function installationStaffQuery<V, R extends string>(
  work: Work<StaffActor, V, R, { locale: Locale; file: string | undefined }>,
): (state: unknown, form: FormData) => Promise<FormState<V, R>> {
  return async (_state, form) => {
    if (!(await findSignedIn())) return unsent(form, 'session-ended')
    const [ctx, locale, file] = [await installationStaffContext(), await currentLocale(), await textFile(form)]
    return answer(form, () => work(ctx, formObject(form), { locale, file }))
  }
}

/** Whoever is signed in, at the installation, changing something there: the page behind the form shows the change. */
export function installationStaffAction<V, R extends string>(
  work: Work<StaffActor, V, R, { locale: Locale }>,
): (state: unknown, form: FormData) => Promise<FormState<V, R>> {
  const ask = installationStaffQuery(work)
  return async (state, form) => shown(await ask(state, form))
}

/** Whoever is signed in, about their own account: the page behind the form shows the change. */
export function ownAction<V, R extends string>(
  work: Work<StaffActor, V, R, { locale: Locale }>,
): (state: unknown, form: FormData) => Promise<FormState<V, R>> {
  return async (_state, form) => {
    if (!(await findSignedIn())) return unsent(form, 'session-ended')
    const [ctx, locale] = [await signedInContext(), await currentLocale()]
    return shown(await answer(form, () => work(ctx, formObject(form), { locale })))
  }
}

export type RequesterAction<V, R extends string> = (
  slug: string,
  reference: string,
  state: unknown,
  form: FormData,
) => Promise<FormState<V, R>>

/** The person of one request. */
export function requesterAction<V, R extends string>(
  work: Work<RequesterActor, V, R, Site & { reference: string }>,
): RequesterAction<V, R> {
  return async (slug, reference, _state, form) => {
    const scope = await findRequesterContext(slug)
    if (scope?.reference !== reference) return unsent(form, 'session-ended')
    const { ctx, operator } = scope
    const site = { operator, locale: await currentLocale(), reference }
    const state = await answer(form, () => work(ctx, formObject(form), site))
    // What is refused for where the request stands, stands otherwise than the page says.
    if (state.result?.ok === false && state.result.reason !== 'invalid') refresh()
    return shown(state)
  }
}

/** The page stays as it is, with what was typed: leading away from it would lose that. */
const unsent = (form: FormData, reason: Unsent): FormState<never, never> => ({
  result: { ok: false, reason },
  values: formValues(form),
})

/** The result, with what was typed: a refusal loses nothing. What is not there, or not theirs, is a 404. */
async function answer<V, R extends string>(
  form: FormData,
  work: () => Promise<Result<V, R>>,
): Promise<FormState<V, R>> {
  if (isOnlyShown(form)) return { values: formValues(form) }
  try {
    return { result: await work(), values: formValues(form) }
  } catch (error) {
    if (isNotFound(error)) notFound()
    throw error
  }
}

/** A call of an action may bring anything in the place of its form. */
const isOnlyShown = (form: unknown): boolean => form instanceof FormData && form.get('intent') === SHOW

/** Refusals for what somebody else has done meanwhile. */
const STALE = new Set(['newer-version', 'no-draft', 'draft-there'])

/** The page behind the form shows what has changed, or what somebody else has. */
function shown<V, R extends string>(state: FormState<V, R>): FormState<V, R> {
  const { result } = state
  if (result && (result.ok || STALE.has(result.reason))) refresh()
  return state
}
