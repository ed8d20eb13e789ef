import { type RefObject, useState } from 'react'
import { filesOf } from '@/app/_ui/form/kept'
import { pathOf } from '@/app/_ui/form/form-context'
import { type Issues, issuesOf } from './entry-check'

interface Checked {
  /** What is wrong in the form as it stands. */
  now: Issues
  /** Fields that were left once: from then on they say what is wrong. */
  left: ReadonlySet<string>
  /** Fields that were changed since the server's last answer. */
  changed: ReadonlySet<string>
  /** The answer that all this comes after, and how often the form was meant to be sent since. */
  after: object
  tries: number
}

function pathIn({ target }: { target: EventTarget }): string {
  const path = target instanceof HTMLElement && 'name' in target ? pathOf(String(target.name)) : ''
  // What is picked is one field with what has been brought over.
  return path === 'files' ? 'uploads' : path
}

const fresh = (after: object): Checked => ({ now: {}, left: new Set(), changed: new Set(), after, tries: 0 })

/**
 * Checks a field when it is left, by the schema that the server uses, and all of them when the form is to be sent. What
 * the server alone has found is told at its field until that is changed.
 */
export function useEntryCheck(
  ref: RefObject<HTMLFormElement | null>,
  answer: object,
  fromServer: Issues,
  maxFileBytes: number,
) {
  const [known, setChecked] = useState(() => fresh(answer))
  const checked = known.after === answer ? known : fresh(answer)
  const check = (): Issues => (ref.current ? issuesOf(ref.current, maxFileBytes) : {})

  const told: Issues = { ...without(fromServer, checked.changed) }
  for (const [path, messages] of Object.entries(checked.now)) {
    if (checked.tries > 0 || checked.left.has(path)) told[path] = messages
  }
  return {
    /** What is to be told at the fields. */
    told,
    /** How often the form was meant to be sent and was not. */
    tries: checked.tries,
    /**
     * Whether it may be sent; from then on all that is wrong is told. With files it goes in any case: only the server can
     * tell what is wrong with those, and it tells all the rest with it.
     */
    mayBeSent(): boolean {
      const now = check()
      if (!('uploads' in now) && filesOf(ref.current?.elements.namedItem('files') ?? null).length > 0) return true
      setChecked({ ...checked, now, tries: checked.tries + 1 })
      return Object.keys(now).length === 0
    },
    watch: {
      onBlur(event: { target: EventTarget }) {
        setChecked({ ...checked, now: check(), left: new Set([...checked.left, pathIn(event)]) })
      },
      onInput(event: { target: EventTarget }) {
        const isTelling = checked.tries > 0 || checked.left.size > 0
        const changed = new Set([...checked.changed, pathIn(event)])
        setChecked({ ...checked, now: isTelling ? check() : checked.now, changed })
      },
    },
  }
}

const without = (issues: Issues, paths: ReadonlySet<string>): Issues =>
  Object.fromEntries(Object.entries(issues).filter(([path]) => !paths.has(path)))
