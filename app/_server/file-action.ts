import type { Actor, PublicActor, RequesterActor } from '@/lib/core/actor'
import type { Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { listRepeated } from '@/lib/documents/repeated'
import { type OperatorAction, publicAction, requesterAction, type RequesterAction, type Site } from './action'
import { publicContext } from './context'
import type { FormObject } from './form-object'
import type { FormState } from './form-state'

/** What an action knows of the files of its form. */
export interface Carried {
  /** "reason name" of those that were not taken. */
  fileErrors: string[]
  /** Takes files out of what the form shows and sends again, by their tokens. */
  letGo: (tokens: readonly string[]) => void
}

type Work<A extends Actor, V, R extends string, S> = (
  ctx: Context<A>,
  input: FormObject,
  site: S & Carried,
) => Promise<Result<V, R>>

/**
 * As `publicAction`, for a form with files (fields named `files`). The door has taken them in before (_door/documents), so
 * that a mistake elsewhere loses none: their tokens come as `uploads[]`, `uploadNames[]` says "token name", `fileErrors[]`
 * "reason name" of those that were not taken, the reasons being keys of the `errors` messages. The answer's
 * `repeatedFiles[]` names those that were sent twice and are kept once.
 */
export function publicFileAction<V, R extends string>(work: Work<PublicActor, V, R, Site>): OperatorAction<V, R> {
  return (slug, state, form) =>
    withFiles(slug, form, (carried) =>
      publicAction<V, R>((ctx, input, site) => work(ctx, ownOf(input), { ...site, ...carried }))(slug, state, form),
    )
}

/** The same as `requesterAction`. */
export function requesterFileAction<V, R extends string>(
  work: Work<RequesterActor, V, R, Site & { reference: string }>,
): RequesterAction<V, R> {
  return (slug, reference, state, form) =>
    withFiles(slug, form, (carried) =>
      requesterAction<V, R>((ctx, input, site) => work(ctx, ownOf(input), { ...site, ...carried }))(
        ...([slug, reference, state, form] as const),
      ),
    )
}

const ownOf = ({ fileErrors: _told, ...input }: FormObject): FormObject => input

async function withFiles<V, R extends string>(
  slug: string,
  form: FormData,
  act: (carried: Carried) => Promise<FormState<V, R>>,
): Promise<FormState<V, R>> {
  const repeated = await takeOutRepeated(slug, form)
  const gone = new Set<string>()
  const { values, ...answer } = await act({
    fileErrors: form instanceof FormData ? textsOf(form, 'fileErrors[]') : [],
    letGo: (tokens) => tokens.forEach((token) => gone.add(token)),
  })
  // They are told once, and are no part of what is sent next.
  const { 'fileErrors[]': _told, 'repeatedFiles[]': _former, ...rest } = values
  const typed = repeated.length > 0 ? { ...rest, 'repeatedFiles[]': repeated } : rest
  if (gone.size === 0) return { ...answer, values: typed }
  const left = (name: string) => [typed[name] ?? []].flat().filter((line) => !gone.has(line.split(' ')[0] ?? ''))
  const files = { 'uploads[]': left('uploads[]'), 'uploadNames[]': left('uploadNames[]') }
  return { ...answer, values: { ...typed, ...files } }
}

/** What was sent a second time is taken out of the form; its names, for whoever sent it. */
async function takeOutRepeated(slug: string, form: unknown): Promise<string[]> {
  const tokens = form instanceof FormData ? textsOf(form, 'uploads[]') : []
  if (!(form instanceof FormData) || tokens.length < 2) return []
  const { ctx } = await publicContext(slug)
  const repeated = new Set(await listRepeated(ctx, tokens))
  if (repeated.size === 0) return []
  const names = textsOf(form, 'uploadNames[]')
  const isRepeated = (line: string) => repeated.has(line.slice(0, line.indexOf(' ')))
  form.delete('uploads[]')
  form.delete('uploadNames[]')
  for (const token of tokens) if (!repeated.has(token)) form.append('uploads[]', token)
  for (const line of names) if (!isRepeated(line)) form.append('uploadNames[]', line)
  return names.filter(isRepeated).map((line) => line.slice(line.indexOf(' ') + 1))
}

const textsOf = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string' && value !== '') as string[]
