'use client'

import { useId } from 'react'
import type { Messages } from '@/lib/i18n/messages'
import { ActionForm, type BoundAction } from '../../../_ui/action-form'
import page from '../../../_ui/page.module.css'
import settings from '../../settings/settings.module.css'
import { HandOverFields } from '../hand-over-fields'
import type { PeopleForms } from '../words'

interface Props {
  action: BoundAction
  staffId: string
  words: Messages['people']['person']
  forms: PeopleForms
  handOver: {
    cases: readonly { id: string; reference: string; due: string }[]
    heirs: readonly { id: string; name: string }[]
    title: string
  }
}

export function RoleForm({
  action,
  staffId,
  words,
  forms,
  handOver,
  role,
  roles,
}: Props & { role: string; roles: readonly (readonly [role: string, word: string])[] }) {
  const id = useId()
  return (
    <ActionForm
      name={`role ${staffId}`}
      action={action}
      {...forms}
      hidden={{ staffId }}
      done={words.saved}
      className={settings.form}
    >
      {({ isPending, valueOf }) => (
        <>
          <div className={settings.field}>
            <label htmlFor={id}>{words.role}</label>
            <select id={id} name="role" defaultValue={valueOf('role') ?? role}>
              {roles.map(([value, word]) => (
                <option key={value} value={value}>
                  {word}
                </option>
              ))}
            </select>
          </div>
          {handOver.cases.length > 0 && <p className={settings.hint}>{words.roleCases}</p>}
          <HandOverFields {...handOver} words={words} />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : words.save}
          </button>
        </>
      )}
    </ActionForm>
  )
}

export function DismissForm({ action, staffId, words, forms, handOver, submit }: Props & { submit: string }) {
  return (
    <ActionForm name={`dismiss ${staffId}`} action={action} {...forms} hidden={{ staffId }} className={settings.form}>
      {({ isPending }) => (
        <>
          <HandOverFields {...handOver} words={words} />
          <button type="submit" className={page.button} aria-disabled={isPending}>
            {isPending ? words.working : submit}
          </button>
        </>
      )}
    </ActionForm>
  )
}
