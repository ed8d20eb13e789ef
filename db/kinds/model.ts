import type { DemoText } from '../demo/model'
import type { Locale, RequestGround, RequestKind } from '../enums'
import type { AskSettings, Bilingual, TermRule } from '../operators/model'

/** What the forms of a kind ask: of the person, beside who asks, and of the officer. The browser gets it too. */
export interface KindForm {
  /** A line drawing of 24 by 24. */
  icon: string
  /** Where it is asked for on no form here: its page tells where to go, in words of `form.elsewhere`, and what there is instead. */
  elsewhere: { words: string; instead: RequestKind } | null
  /** What it may rest on, each with terms of its own; its words by their keys in `form.what`. */
  grounds: { values: readonly RequestGround[]; legend: string; why: string } | null
  /** Whether it names a consent: to all processing, or to mailings by some channels. */
  hasScope: boolean
  /** Whether it says what a record says, and what it should say. */
  hasCorrection: boolean
  /** Whether it may be about some of the data alone. */
  hasCategories: boolean
  /** The person's own words; how they are asked for, by keys in `form.what`. */
  details: { label: string; why: string | null; isRequired: boolean }
  /** Whether an answer that declines something names a norm for it (152-FZ 14(8), 20(2)). */
  declinesByNorm: boolean
  /** So many days after the data were given the same may be declined for that, with reasons (152-FZ 14(4)-(6)). */
  repeatsAfterDays?: number
}

/** A clock of a kind, by default; whatever it leaves out holds for every request of the kind. */
export type KindTerm = Omit<TermRule, 'kind'>

/** What the law says of a kind, whatever the clinic. */
export interface KindLaw {
  /** The articles that give the right; null where only a clinic's policy does. */
  legalBasis: Bilingual | null
  /** What patients read where the policy is silent and the right is the law's; null where each policy speaks of it. */
  summary: Bilingual | null
  /** Its clocks beside those of every kind: the response in 30 days, and the answer to an authority. */
  terms: readonly KindTerm[]
  /** Where its form asks for more or less than the clinic's other forms do. */
  ask: Partial<AskSettings>
}

/** Invented cases of a kind, at least one in each language; they fit any clinic and name no illness. */
export type KindDemo = Record<Locale, readonly [Omit<DemoText, 'kind'>, ...Omit<DemoText, 'kind'>[]]>
