'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type SentForm, useSentForm } from '@/app/_ui/form/use-sent-form'
import type { BoundAction } from '../../../../_ui/action-form'
import type { SavedDraft } from './use-autosave'

type Letter = SentForm<SavedDraft, string>

const LetterContext = createContext<Letter | undefined>(undefined)

/** Id of the element of the letter's form. */
export const LETTER = 'letter-form'

/**
 * The form of the letter, around all that belongs to it. Without scripts a page that answers one form has emptied all
 * others: so until they come the question is a part of this form, and sending either loses nothing of the other.
 */
export function LetterForm({ action, children }: { action: BoundAction<SavedDraft>; children: ReactNode }) {
  const form = useSentForm<SavedDraft, string>(action, { name: 'answer', stays: true })
  return <LetterContext value={form}>{children}</LetterContext>
}

export function useLetter(): Letter {
  const form = useContext(LetterContext)
  if (!form) throw new Error('A part of the letter stands outside of its form')
  return form
}
