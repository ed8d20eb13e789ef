import type { ReactNode } from 'react'
import { InstallationFrame } from '../_installation/frame'

export default function CalendarsLayout({ children }: { children: ReactNode }) {
  return <InstallationFrame>{children}</InstallationFrame>
}
