import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts see another page around this one: false on the server, and for whoever has none. */
export const useFramed = () =>
  useSyncExternalStore(
    never,
    () => self !== top,
    () => false,
  )
