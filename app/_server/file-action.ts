import type { PublicActor } from '@/lib/core/actor'
import type { Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { listRepeated } from '@/lib/documents/repeated'
import { type OperatorAction, publicAction, type Site } from './action'
import { publicContext } from './context'
import type { FormObject } from './form-object'

type Work<V, R extends string> = (
  ctx: Context<PublicActor>,
  input: FormObject,
  site: Site & {
    fileErrors: string[]
    /** Takes files out of what the form shows and sends again, by their tokens. */
    letGo: (tokens: readonly string[]) => void
  },
) => Promise<Result<V, R>>

/**
 * As `publicAction`, for a form with files (fields named `files`). The door has taken them in before (_door/documents), so
 * that a mistake elsewhere loses none: their tokens come as `uploads[]`, `uploadNames[]` says "token name", `fileErrors[]`
 * "reason name" of those that were not taken, the reasons being keys of the `errors` messages. The answer's
 * `repeatedFiles[]` names those that were sent twice and are kept once.
 */
export function publicFileAction<V, R extends string>(work: Work<V, R>): OperatorAction<V, R> {
  return async (slug, state, form) => {
    const repeated = await takeOutRepeated(slug, form)
    const gone = new Set<string>()
    const letGo = (tokens: readonly string[]) => tokens.forEach((token) => gone.add(token))
    const act = publicAction<V, R>(async (ctx, { fileErrors = [], ...typed }, site) =>
      work(ctx, typed, { ...site, letGo, fileErrors: Array.isArray(fileErrors) ? fileErrors : [] }),
    )
    const { values, ...answer } = await act(slug, state, form)
    // They are told once, and are no part of what is sent next.
    const { 'fileErrors[]': _told, 'repeatedFiles[]': _former, ...rest } = values
    const typed = repeated.length > 0 ? { ...rest, 'repeatedFiles[]': repeated } : rest
    if (gone.size === 0) return { ...answer, values: typed }
    const left = (name: string) => [typed[name] ?? []].flat().filter((line) => !gone.has(line.split(' ')[0] ?? ''))
    const files = { 'uploads[]': left('uploads[]'), 'uploadNames[]': left('uploadNames[]') }
    return { ...answer, values: { ...typed, ...files } }
  }
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
