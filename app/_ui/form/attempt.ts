import type { FormState } from '@/app/_server/form-state'

/** Why nothing came back: no connection, a newer portal that knows this page no more, a fault, an ended session, a second step that is demanded. */
export type Trouble = 'offline' | 'renewed' | 'failed' | 'ended' | 'held'

export type Attempt<S> = { answer: S } | { trouble: Trouble } | { left: true }

/** Sends a form. Whatever happens to it on the way is a value: an error thrown would take the form off the page. */
export async function attempt<V, R extends string>(
  send: () => Promise<FormState<V, R>>,
): Promise<Attempt<FormState<V, R>>> {
  try {
    const answer = await send()
    const { result } = answer
    if (result?.ok === false && result.reason === 'session-ended') return { trouble: 'ended' }
    return result?.ok === false && result.reason === 'second-factor-needed' ? { trouble: 'held' } : { answer }
  } catch (error) {
    // Another page is on its way: the router leads there by itself.
    if (digestOf(error).startsWith('NEXT_REDIRECT')) return { left: true }
    // What is not there, or not theirs, is shown as a page of its own.
    if (digestOf(error).startsWith('NEXT_')) throw error
    return { trouble: troubleOf(error) }
  }
}

// Told by shape: the framework's classes are others in another bundle.
const digestOf = (error: unknown): string => (error instanceof Error && 'digest' in error ? String(error.digest) : '')

function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error ? error.name : ''
  if (name === 'UnrecognizedActionError') return 'renewed'
  return name === 'TypeError' || !navigator.onLine ? 'offline' : 'failed'
}
