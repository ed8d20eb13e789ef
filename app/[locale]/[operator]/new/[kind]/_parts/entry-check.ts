import { formObject } from '@/app/_server/form-object'
import { filesOf } from '@/app/_ui/form/kept'
import { fileLimits } from '@/lib/documents/limits'
import { filingInput, filingIssues } from './filing-input'

/** What is wrong, by path of the field: keys of the `errors` messages, of a file with its name after a blank. */
export type Issues = Record<string, string[]>

/** The day on the person's own calendar; the server has the last word, with the clinic's. */
const today = (): string => new Date().toLocaleDateString('sv')

/** Issues of the form as it stands; the same ones that the server would find, and files that it would refuse. */
export function issuesOf(form: HTMLFormElement, maxFileBytes: number): Issues {
  const data = new FormData(form)
  const issues = filingIssues(filingInput(formObject(data)), today())
  const files = filesOf(form.elements.namedItem('files'))
  const wrong = files
    .filter(({ size }) => size === 0 || size > maxFileBytes)
    .map(({ name, size }) => `${size === 0 ? 'file-empty' : 'file-too-large'} ${name}`)
  const count = files.length + data.getAll('uploads[]').filter(Boolean).length
  if (count > fileLimits.perForm) wrong.push('tooManyFiles')
  if (wrong.length > 0) issues['uploads'] = wrong
  return issues
}
