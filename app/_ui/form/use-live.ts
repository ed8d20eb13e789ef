import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether scripts have come: false on the server, and in the browser until the page is alive. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
