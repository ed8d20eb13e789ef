'use client'

import { MantineProvider } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { cssVariablesResolver, theme } from '@/app/_ui/theme'

/** Mantine for the officers' pages; the nonce lets its style tags pass the page's policy. */
export function AdminTheme({ nonce, children }: { nonce: string | undefined; children: ReactNode }) {
  // A document keeps the policy that it came with, and thus its first nonce, however far one goes on without reloading.
  const [first] = useState(nonce)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      {...(first && { getStyleNonce: () => first })}
    >
      {children}
    </MantineProvider>
  )
}
