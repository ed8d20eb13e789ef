'use client'

import { createContext, useContext, useState } from 'react'
import type { FormValues } from '@/app/_server/form-object'

/** What a field needs of its form: what was typed before, and what is wrong with it now. */
export interface FormScope {
  values: FormValues
  errorOf: (name: string) => string | undefined
  /** Files that were chosen before and that the browser has let go of. */
  lostFiles?: string[]
  /** The server's last answer. */
  answer?: object
}

export const FormContext = createContext<FormScope>({ values: {}, errorOf: () => undefined })

/** Path of a field in the schema: the suffixes of lists and ticks are the form's own. */
export const pathOf = (name: string): string => name.replace(/(\[\]|\?)$/, '')

/** Id of a field's element, also the target of the links in the list of errors. */
export const idOf = (path: string): string => `f-${pathOf(path).replaceAll('.', '-')}`

export function useField(name: string) {
  const { values, errorOf } = useContext(FormContext)
  const id = idOf(name)
  const error = errorOf(name)
  const value = values[name]
  return {
    id,
    error,
    text: typeof value === 'string' ? value : '',
    list: Array.isArray(value) ? value : value === undefined ? [] : [value],
    describedBy: (why: unknown) => [why ? `${id}-why` : '', error ? `${id}-error` : ''].join(' ').trim() || undefined,
  }
}

/** Names of files that have to be chosen again. */
export const useLostFiles = (): string[] => useContext(FormContext).lostFiles ?? []

/** How often the server has answered since the field is there. */
export function useAnswers(): number {
  const { answer } = useContext(FormContext)
  const [seen, setSeen] = useState({ answer, count: 0 })
  if (seen.answer !== answer) setSeen({ answer, count: seen.count + 1 })
  return seen.count
}
