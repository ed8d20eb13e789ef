'use client'

import { Icon } from '@/app/_ui/icon'
import page from './page.module.css'

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" className={page.button} onClick={() => window.print()}>
      <Icon name="print" size={18} />
      {label}
    </button>
  )
}
