import type { PublicActor } from '@/lib/core/actor'
import type { Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { type OperatorAction, publicAction, type Site } from './action'
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
 * "reason name" of those that were not taken, the reasons being keys of the `errors` messages.
 */
export function publicFileAction<V, R extends string>(work: Work<V, R>): OperatorAction<V, R> {
  return async (slug, state, form) => {
    const gone = new Set<string>()
    const letGo = (tokens: readonly string[]) => tokens.forEach((token) => gone.add(token))
    const act = publicAction<V, R>(async (ctx, { fileErrors = [], ...typed }, site) =>
      work(ctx, typed, { ...site, letGo, fileErrors: Array.isArray(fileErrors) ? fileErrors : [] }),
    )
    const { values, ...answer } = await act(slug, state, form)
    // They were told, and are no part of what is sent next.
    const { 'fileErrors[]': _told, ...typed } = values
    if (gone.size === 0) return { ...answer, values: typed }
    const left = (name: string) => [typed[name] ?? []].flat().filter((line) => !gone.has(line.split(' ')[0] ?? ''))
    const files = { 'uploads[]': left('uploads[]'), 'uploadNames[]': left('uploadNames[]') }
    return { ...answer, values: { ...typed, ...files } }
  }
}
