'use client'

import { useEffect } from 'react'

/** A page that a browser brings back as it was shows what may be over: it is asked for anew. */
export function FreshPage() {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted) location.reload()
    }
    addEventListener('pageshow', onShow)
    return () => removeEventListener('pageshow', onShow)
  }, [])
  return null
}
