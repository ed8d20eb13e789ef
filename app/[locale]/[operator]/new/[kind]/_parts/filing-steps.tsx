import type { Locale, RequestKind } from '@/db/enums'
import { askFor, type OperatorProfile } from '@/db/operators'
import { ContactStep, FilesStep, MatchStep, SignStep } from './other-steps'
import { WhatStep } from './what-step'
import { WhoStep } from './who-step'

interface Props {
  kind: RequestKind
  profile: OperatorProfile
  locale: Locale
}

/** What the form of a kind asks at this clinic, in its order. */
export function FilingSteps({ kind, profile, locale }: Props) {
  const ask = askFor(profile, kind)
  const hasMatch = ask.identityDocument !== 'hidden' || ask.relation !== 'hidden'
  const shared = { ask, locale }
  return (
    <>
      <WhoStep number={1} {...shared} />
      <WhatStep number={2} kind={kind} profile={profile} locale={locale} />
      <ContactStep number={3} {...shared} />
      {hasMatch && <MatchStep number={4} profile={profile} {...shared} />}
      <FilesStep number={hasMatch ? 5 : 4} {...shared} />
      <SignStep number={hasMatch ? 6 : 5} />
    </>
  )
}
