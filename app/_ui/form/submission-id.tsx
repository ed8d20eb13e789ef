'use client'

import { useState } from 'react'
import { useField } from './form-context'
import { newId } from './new-id'
import { useLive } from './use-live'

/**
 * The id of what a form will send, so that it is stored once however often it arrives. It is drawn where the form is filled
 * in, since a page may be one that was shown before; `given` is for where no script draws it. On a page that is the same
 * for everybody nobody can be given one: there the server draws it when the form first comes.
 */
export function SubmissionId({ given = '' }: { given?: string }) {
  const { text } = useField('submissionId')
  const [drawn] = useState(newId)
  const isLive = useLive()
  return <input type="hidden" name="submissionId" data-kept value={text || (isLive ? drawn : given)} />
}
