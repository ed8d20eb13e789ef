'use client'

import type { ClockName, RollForward, StartEvent, TermUnit } from '@/db/enums'
import { ActionForm, type BoundAction } from '../../../../_ui/action-form'
import page from '../../../../_ui/page.module.css'
import { Field } from '../../field'
import { SelectField } from '../../select-field'
import styles from '../../settings.module.css'
import type { FormWords } from '../../words'

interface Props {
  action: BoundAction
  rule: {
    id: string
    clock: ClockName
    unit: TermUnit
    amount: number
    extensionAmount: number | null
    countedFrom: StartEvent
    rollForward: RollForward
    legalBasis: { ru: string; en: string }
  }
  /** What the law allows. */
  bounds: { amount: number; startEvents: readonly StartEvent[] }
  words: TermFormWords
  forms: FormWords
  /** The longest legal basis, in characters. */
  basisLimit: number
  cancelHref: string
}

export interface TermFormWords {
  /** Of the rule's own unit. */
  amount: string
  amountHint: string
  sameDay: string
  extension: string
  extensionHint: string
  from: string
  fromHint: string
  fromReceipt: string
  events: Record<StartEvent, string>
  roll: string
  rollHint: string
  rolls: Record<RollForward, string>
  basis: { ru: string; en: string }
  basisHint: { ru: string; en: string }
  save: string
  cancel: string
}

/** A rule, to be changed. What cannot differ in such a rule is sent along unseen. */
export function TermForm({ action, rule, bounds, words, forms, basisLimit, cancelHref }: Props) {
  const { id: ruleId, unit, rollForward } = rule
  const { reasons, errors, saving } = forms
  const inDays = unit !== 'same-day'
  const [onlyEvent, ...otherEvents] = bounds.startEvents
  const hasChoice = otherEvents.length > 0
  // A term in working days ends on one anyway.
  const mayRoll = unit !== 'working-days'
  const hidden = {
    ...{ ruleId, unit },
    ...(!inDays && { amount: '0' }),
    ...(!hasChoice && { countedFrom: onlyEvent ?? rule.countedFrom }),
    ...(!mayRoll && { rollForward }),
  }
  return (
    <ActionForm name="term" action={action} reasons={reasons} errors={errors} hidden={hidden} className={styles.form}>
      {({ isPending, valueOf, errorOf }) => {
        const text = (name: string, value: string) => ({
          name,
          defaultValue: valueOf(name) ?? value,
          error: errorOf(name),
        })
        const days = { inputMode: 'numeric', maxLength: 3, autoComplete: 'off' } as const
        return (
          <>
            {inDays ? (
              <>
                <Field
                  {...text('amount', String(rule.amount))}
                  {...days}
                  label={words.amount}
                  hint={words.amountHint.replace('{most}', String(bounds.amount))}
                  required
                />
                <Field
                  {...text('extensionAmount', String(rule.extensionAmount ?? ''))}
                  {...days}
                  label={words.extension}
                  hint={words.extensionHint}
                />
              </>
            ) : (
              <p className={styles.hint}>{words.sameDay}</p>
            )}
            {rule.clock === 'response' && <p className={styles.hint}>{words.fromReceipt}</p>}
            {hasChoice && (
              <SelectField
                name="countedFrom"
                label={words.from}
                hint={words.fromHint}
                defaultValue={valueOf('countedFrom') ?? rule.countedFrom}
                options={Object.fromEntries(bounds.startEvents.map((event) => [event, words.events[event]]))}
              />
            )}
            {mayRoll && (
              <SelectField
                name="rollForward"
                label={words.roll}
                hint={words.rollHint}
                defaultValue={valueOf('rollForward') ?? rollForward}
                options={words.rolls}
              />
            )}
            {(['ru', 'en'] as const).map((locale) => (
              <Field
                key={locale}
                {...text(`legalBasis.${locale}`, rule.legalBasis[locale])}
                label={words.basis[locale]}
                hint={words.basisHint[locale]}
                maxLength={basisLimit}
                autoComplete="off"
                required
                wide
              />
            ))}
            <div className={styles.ends}>
              <button type="submit" className={`${page.button} ${page.primary}`} aria-disabled={isPending}>
                {isPending ? saving : words.save}
              </button>
              <a href={cancelHref} className={page.link}>
                {words.cancel}
              </a>
            </div>
          </>
        )
      }}
    </ActionForm>
  )
}
