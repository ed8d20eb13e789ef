import type { RequestKind } from '../enums'
import { accessForm } from './access/form'
import { automatedDecisionForm } from './automated-decision/form'
import { blockingForm } from './blocking/form'
import { claimForm } from './claim/form'
import { consentWithdrawalForm } from './consent-withdrawal/form'
import { correctionForm } from './correction/form'
import { deletionForm } from './deletion/form'
import { distributionStopForm } from './distribution-stop/form'
import { medicalCopiesForm } from './medical-copies/form'
import type { KindForm } from './model'

/** What the form of each kind asks. */
export const kindForms = {
  access: accessForm,
  'medical-copies': medicalCopiesForm,
  correction: correctionForm,
  deletion: deletionForm,
  blocking: blockingForm,
  'consent-withdrawal': consentWithdrawalForm,
  'distribution-stop': distributionStopForm,
  'automated-decision': automatedDecisionForm,
  claim: claimForm,
} as const satisfies Record<RequestKind, KindForm>
