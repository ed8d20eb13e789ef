'use client'

import { Button, type ButtonLook } from '@/app/_ui/button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { forgetAllKept } from '@/app/_ui/form/kept'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'

interface Props {
  action: SentTo<undefined, never>
  label: string
  look?: ButtonLook
}

/** Leaves nothing behind in the tab either: the next person may sit at the same computer. */
export function LeaveForm({ action, label, look = 'secondary' }: Props) {
  const form = useSentForm(action, { name: 'leave' })
  const { onSubmit, ...props } = form.props
  return (
    <form
      {...props}
      onSubmit={(event) => {
        forgetAllKept()
        onSubmit(event)
      }}
    >
      <FormTrouble form={form} />
      <Button look={look}>{label}</Button>
    </form>
  )
}
