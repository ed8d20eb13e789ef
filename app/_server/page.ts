import { notFound } from 'next/navigation'
import { isNotFound } from '@/lib/core/errors'

/** What a page reads: a row that is not there, or not theirs, is a 404. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (isNotFound(error)) notFound()
    throw error
  }
}

/** An id out of a URL; whatever is no id is a 404, before it reaches the database. */
export function idFrom(text: string): string {
  return isId(text) ? text : notFound()
}

export const isId = (text: string): boolean => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
