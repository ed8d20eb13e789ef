'use client'

import { type ReactNode, useId } from 'react'
import { useField } from '@/app/_ui/form/form-context'
import type { Messages } from '@/lib/i18n/messages'
import settings from '../settings/settings.module.css'
import styles from './people.module.css'

interface Props {
  cases: readonly { id: string; reference: string; due: string }[]
  heirs: readonly { id: string; name: string }[]
  /** How many there are, in words. */
  title: string
  words: Messages['people']['person']
}

/** What becomes of somebody's open cases: of all, and of each that is to go elsewhere. */
export function HandOverFields({ cases, heirs, title, words }: Props) {
  const id = useId()
  if (cases.length === 0) return null
  const targets = (
    <>
      <option value="queue">{words.toQueue}</option>
      {heirs.map((heir) => (
        <option key={heir.id} value={heir.id}>
          {heir.name}
        </option>
      ))}
    </>
  )
  return (
    <>
      <div className={settings.field}>
        <label htmlFor={id}>{title}</label>
        <Target name="rest" id={id} first="queue">
          {targets}
        </Target>
      </div>
      <details className={styles.each}>
        <summary>{words.each}</summary>
        {cases.map(({ id: caseId, reference, due }) => (
          <label key={caseId}>
            <span>
              {reference}
              <small>{due}</small>
            </span>
            <Target name={`cases.${caseId}`}>
              <option value="">{words.asRest}</option>
              {targets}
            </Target>
          </label>
        ))}
      </details>
    </>
  )
}

/** Who is chosen, or was before. */
function Target({
  name,
  id,
  first = '',
  children,
}: {
  name: string
  id?: string
  first?: string
  children: ReactNode
}) {
  return (
    <select id={id} name={name} defaultValue={useField(name).text || first}>
      {children}
    </select>
  )
}
