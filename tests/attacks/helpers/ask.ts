import { inject } from 'vitest'
import { type Answer, askAt, type Question } from '../../support/ask'

export type { Answer, Question } from '../../support/ask'

/** Asks the portal for a path exactly as it is written. */
export const ask = (path: string, question: Question = {}): Promise<Answer> =>
  askAt(inject('portal').url, path, question)
