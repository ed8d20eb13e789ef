'use client'

import { createContext, type ReactNode, useContext, useEffect } from 'react'
import type { Trouble } from './attempt'
import { forgetOthers } from './kept'

/** What any form says when it could not be sent, or was filled again from what is kept. */
export type FrameWords = Record<
  Trouble | 'reload' | 'again' | 'restored' | 'startAnew' | 'proofNeeded' | 'prove' | 'secure',
  string
>

interface Frame {
  /** Whose forms they are, "patient" or "staff:<id>": what one officer typed is never shown to the next. */
  owner: string
  words: FrameWords
}

const FrameContext = createContext<Frame | undefined>(undefined)

/** Around all pages of one person that have forms. */
export function FormFrame({ owner, words, children }: Frame & { children: ReactNode }) {
  // At a shared desk, another officer's forms end where this one's begin.
  useEffect(() => forgetOthers(owner), [owner])
  return <FrameContext value={{ owner, words }}>{children}</FrameContext>
}

export function useFormFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A form stands outside of its frame')
  return frame
}
