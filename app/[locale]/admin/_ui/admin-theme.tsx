'use client'

import { MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'

const theme = { respectReducedMotion: true }

/** Mantine for the officers' pages. What it would compute and send with each page, theme.css says once. */
export function AdminTheme({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      {children}
    </MantineProvider>
  )
}
