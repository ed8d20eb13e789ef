const NAME = 'portal:keys'

/** Asks the page to show its keys, from wherever. */
export const showKeys = (): void => void window.dispatchEvent(new Event(NAME))

export function onShowKeys(listener: () => void): () => void {
  window.addEventListener(NAME, listener)
  return () => window.removeEventListener(NAME, listener)
}
