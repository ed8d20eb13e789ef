import type { DemoText } from '../demo/model'
import { type Locale, type RequestKind, requestKinds } from '../enums'
import { accessDemo } from './access/demo'
import { automatedDecisionDemo } from './automated-decision/demo'
import { blockingDemo } from './blocking/demo'
import { claimDemo } from './claim/demo'
import { consentWithdrawalDemo } from './consent-withdrawal/demo'
import { correctionDemo } from './correction/demo'
import { deletionDemo } from './deletion/demo'
import { distributionStopDemo } from './distribution-stop/demo'
import { medicalCopiesDemo } from './medical-copies/demo'
import type { KindDemo } from './model'

const kindDemos: Record<RequestKind, KindDemo> = {
  access: accessDemo,
  'medical-copies': medicalCopiesDemo,
  correction: correctionDemo,
  deletion: deletionDemo,
  blocking: blockingDemo,
  'consent-withdrawal': consentWithdrawalDemo,
  'distribution-stop': distributionStopDemo,
  'automated-decision': automatedDecisionDemo,
  claim: claimDemo,
}

const textsIn = (locale: Locale): readonly DemoText[] =>
  requestKinds.flatMap((kind) => kindDemos[kind][locale].map((text) => ({ kind, ...text })))

export const demoTexts: Record<Locale, readonly DemoText[]> = { ru: textsIn('ru'), en: textsIn('en') }
