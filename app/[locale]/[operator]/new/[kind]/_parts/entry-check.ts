import type { FieldError, FieldErrors } from 'react-hook-form'
import { formObject } from '@/app/_server/form-object'
import { limits } from '@/lib/requests/schemas'
import { filingInput, filingIssues } from './filing-input'

/** The day on the person's own calendar; the server has the last word, with the clinic's. */
const today = (): string => new Date().toLocaleDateString('sv')

/** Issues of the form as it stands, by path; the same ones that the server would find, and files that it would refuse. */
export function issuesOf(form: HTMLFormElement, maxFileBytes: number): Record<string, string> {
  const data = new FormData(form)
  const issues = Object.entries(filingIssues(filingInput(formObject(data)), today()))
  const files = data.getAll('files').filter((file): file is File => file instanceof File && file.name !== '')
  if (files.some((file) => file.size > maxFileBytes)) issues.push(['uploads', ['file-too-large']])
  if (files.length + data.getAll('uploads[]').length > limits.files) issues.push(['uploads', ['tooManyFiles']])
  return Object.fromEntries(issues.map(([path, [first]]) => [path, first ?? 'badChoice']))
}

/** As react-hook-form keeps them: nested by the names of the fields, of which a tick's ends in "?". */
export function nestErrors(form: HTMLFormElement, issues: Record<string, string>): FieldErrors {
  const root: Record<string, unknown> = {}
  for (const [path, message] of Object.entries(issues)) {
    const name = form.elements.namedItem(`${path}?`) ? `${path}?` : path
    const steps = name.split('.')
    const leaf = steps.pop() ?? name
    const group = steps.reduce<Record<string, unknown>>(
      (parent, step) => (parent[step] ??= {}) as Record<string, unknown>,
      root,
    )
    group[leaf] = { type: 'schema', message } satisfies FieldError
  }
  return root as FieldErrors
}

/** The other way round: messages by path. */
export function flattenErrors(errors: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
      if (typeof value !== 'object' || value === null) return []
      if ('message' in value && typeof value.message === 'string')
        return [[prefix + key.replace('?', ''), value.message]]
      return Object.entries(flattenErrors(value, `${prefix}${key}.`))
    }),
  )
}
