import type { RequestKind } from '../enums'
import { accessLaw } from './access/law'
import { automatedDecisionLaw } from './automated-decision/law'
import { blockingLaw } from './blocking/law'
import { claimLaw } from './claim/law'
import { consentWithdrawalLaw } from './consent-withdrawal/law'
import { correctionLaw } from './correction/law'
import { deletionLaw } from './deletion/law'
import { distributionStopLaw } from './distribution-stop/law'
import { medicalCopiesLaw } from './medical-copies/law'
import type { KindLaw } from './model'

/** What the law says of each kind. */
export const kindLaws = {
  access: accessLaw,
  'medical-copies': medicalCopiesLaw,
  correction: correctionLaw,
  deletion: deletionLaw,
  blocking: blockingLaw,
  'consent-withdrawal': consentWithdrawalLaw,
  'distribution-stop': distributionStopLaw,
  'automated-decision': automatedDecisionLaw,
  claim: claimLaw,
} as const satisfies Record<RequestKind, KindLaw>
