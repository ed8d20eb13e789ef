import { notFound } from 'next/navigation'
import type { PublicActor } from '@/lib/core/actor'
import { execute, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { isNotFound } from '@/lib/core/errors'
import { receiveUpload } from '@/lib/documents/receive-upload'
import { limits } from '@/lib/requests/schemas'
import { cleanLine } from '@/lib/text/characters'
import type { OperatorAction, Site } from './action'
import { currentLocale, publicContext } from './context'
import { type FormObject, formObject, formValues } from './form-object'

type Work<V, R extends string> = (
  ctx: Context<PublicActor>,
  input: FormObject,
  site: Site & { fileErrors: string[] },
) => Promise<Result<V, R>>

/**
 * As `publicAction`, for a form with files (fields named `files`). They are taken in before anything else is looked at,
 * so that a mistake elsewhere loses none: their tokens come back as `uploads[]`, and `uploadNames[]` says "token name".
 */
export function publicFileAction<V, R extends string>(work: Work<V, R>): OperatorAction<V, R> {
  return async (slug, _state, given) => {
    const { ctx, operator } = await publicContext(slug)
    // A call of an action may bring anything in the place of its form.
    const form = given instanceof FormData ? given : new FormData()
    const fileErrors = await takeFiles(ctx, form)
    try {
      const result = await work(ctx, formObject(form), { operator, locale: await currentLocale(), fileErrors })
      return { result, values: formValues(form) }
    } catch (error) {
      if (isNotFound(error)) notFound()
      throw error
    }
  }
}

/** Puts tokens in the place of files. Returns why some were not taken: keys of the `errors` messages, each with the file's name. */
async function takeFiles(ctx: Context<PublicActor>, form: FormData): Promise<string[]> {
  // A browser sends an empty nameless file for a field that nobody used.
  const files = form.getAll('files').filter((file): file is File => file instanceof File && file.name !== '')
  form.delete('files')
  const errors: string[] = []
  for (const file of files) {
    if (form.getAll('uploads[]').filter(Boolean).length >= limits.files) return [...errors, 'tooManyFiles']
    const bytes = Buffer.from(await file.arrayBuffer())
    const stored = await execute(receiveUpload, ctx, { name: file.name.slice(-200), bytes })
    if (stored.ok) {
      form.append('uploads[]', stored.value.token)
      form.append('uploadNames[]', `${stored.value.token} ${stored.value.name}`)
    } else errors.push(`${stored.reason === 'invalid' ? 'file-type' : stored.reason} ${cleanLine(file.name)}`)
  }
  return errors
}
