import type { ReactNode } from 'react'
import { InstallationFrame } from '../_installation/frame'

export default function NewClinicLayout({ children }: { children: ReactNode }) {
  return <InstallationFrame>{children}</InstallationFrame>
}
