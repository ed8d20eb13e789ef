'use client'

import { useId } from 'react'
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
        <select id={id} name="rest" defaultValue="queue">
          {targets}
        </select>
      </div>
      <details className={styles.each}>
        <summary>{words.each}</summary>
        {cases.map(({ id: caseId, reference, due }) => (
          <label key={caseId}>
            <span>
              {reference}
              <small>{due}</small>
            </span>
            <select name={`cases.${caseId}`} defaultValue="">
              <option value="">{words.asRest}</option>
              {targets}
            </select>
          </label>
        ))}
      </details>
    </>
  )
}
