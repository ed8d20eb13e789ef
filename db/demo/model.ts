import type { AnswerOutcome, ConsentScope, RequestGround, MailingChannel, RefusalGround, RequestKind } from '../enums'

/** What a person asks, what the clinic asks back, and what it answers. The letter has no salutation and no signature. */
export interface DemoText {
  kind: RequestKind
  ground?: RequestGround
  scope?: ConsentScope
  mailingChannels?: readonly MailingChannel[]
  /** A supervisory authority asks; without it, the person or who acts for them. */
  byAuthority?: true
  details: string
  correction?: { wrong: string; right: string }
  /** An officer's question and what the person replies. */
  question: string
  reply: string
  /** Reasons of an extension, for kinds whose term may be extended. */
  reasons?: string
  outcome: AnswerOutcome
  refusalGround?: RefusalGround
  letter: string
}
