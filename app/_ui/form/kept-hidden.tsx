'use client'

import { useField } from './form-context'

/** A hidden value that stays what it was when the form was first sent, though the server draws a new one for each page. */
export function KeptHidden({ name, value }: { name: string; value: string }) {
  const { text } = useField(name)
  return <input type="hidden" name={name} value={text || value} />
}
