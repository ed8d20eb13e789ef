'use client'

import { Button } from '@/app/_ui/button'
import { FormTrouble } from '@/app/_ui/form/form-trouble'
import { forgetAllKept } from '@/app/_ui/form/kept'
import { type SentTo, useSentForm } from '@/app/_ui/form/use-sent-form'

/** Leaves nothing behind in the tab either: the next person may sit at the same computer. */
export function SignOut({ action, label }: { action: SentTo<undefined, never>; label: string }) {
  const form = useSentForm(action, { name: 'sign-out' })
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
      <Button look="secondary">{label}</Button>
    </form>
  )
}
