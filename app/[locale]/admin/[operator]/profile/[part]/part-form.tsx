'use client'

import type { FormValues } from '@/app/_server/form-object'
import type { Locale } from '@/db/enums'
import type { Choice, ProfileField } from '@/lib/operators/profile-parts'
import { ActionForm, type BoundAction, typedText } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import { PartFields, type PartWords } from './part-fields'
import styles from './part.module.css'

interface Props {
  action: BoundAction
  part: string
  fields: readonly ProfileField[]
  /** What the fields hold, by their names. */
  values: FormValues
  /** The mark of them: what somebody else saves meanwhile is not saved over. */
  seen: string
  choices: Record<Choice, [value: string, word: string][]>
  words: PartWords
  locale: Locale
  forms: { reasons: Record<string, string>; errors: Record<string, string> }
}

/** A form may name any row; more than a person would fill in are not drawn. */
const MOST_ROWS = 300

/** A part of the profile, to be saved in the draft. */
export function PartForm({ action, part, fields, values, seen, choices, words, forms, locale }: Props) {
  return (
    <ActionForm
      name={`profile ${part}`}
      action={action}
      {...forms}
      hidden={{ part, seen }}
      done={words.saved}
      className={styles.form}
    >
      {({ isPending, values: typed, errorOf }) => {
        const held = {
          textOf: (name: string) => typedText(typed, name) ?? typedText(values, name) ?? '',
          listOf: (name: string) => typed[name] ?? values[name] ?? [],
          rowsOf: (name: string) => Math.min(MOST_ROWS, Math.max(countRows(values, name) + 2, countRows(typed, name))),
          isNew: (name: string, row: number) => row >= countRows(values, name),
        }
        return (
          <>
            <PartFields fields={fields} within="" form={{ ...held, errorOf, choices, words, locale }} />
            <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
              {isPending ? words.saving : words.save}
            </button>
          </>
        )
      }}
    </ActionForm>
  )
}

/** How many rows of a list the fields name: "contacts.2.value.ru" is of the third. */
function countRows(values: FormValues, name: string): number {
  const rows = Object.keys(values).flatMap((key) =>
    key.startsWith(`${name}.`) ? Number.parseInt(key.slice(name.length + 1), 10) + 1 : [],
  )
  return Math.max(0, ...rows)
}
