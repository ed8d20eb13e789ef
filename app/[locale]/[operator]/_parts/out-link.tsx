import type { ComponentProps } from 'react'
import { wayOut } from '@/app/_server/framed'
import { LinkButton } from '@/app/_ui/button'

/** A link from a page that may stand in a frame to one that may not. */
export const OutLink = async (props: ComponentProps<'a'>) => <a {...props} target={await wayOut()} />

/** The same, as a button. */
export const OutButton = async (props: ComponentProps<typeof LinkButton>) => (
  <LinkButton {...props} target={await wayOut()} />
)
