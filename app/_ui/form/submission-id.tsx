'use client'

import { useState } from 'react'
import { useField } from './form-context'
import { newId } from './new-id'
import { useLive } from './use-live'

/**
 * The id of what a form will file, so that it is filed once however often it arrives. It is drawn where the form is filled
 * in, since a page may be one that was shown before; where no script draws it, the server does when the form first comes.
 */
export function SubmissionId() {
  const { text } = useField('submissionId')
  const [drawn] = useState(newId)
  const isLive = useLive()
  return <input type="hidden" name="submissionId" data-kept value={text || (isLive ? drawn : '')} />
}
