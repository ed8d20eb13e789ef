'use client'

import { Button } from './button'
import { useScripts } from './copy-button'
import { Icon } from './icon'

export function PrintButton({ label }: { label: string }) {
  if (!useScripts()) return null
  return (
    <Button type="button" look="secondary" onClick={() => print()}>
      <Icon name="print" size={20} /> {label}
    </Button>
  )
}
