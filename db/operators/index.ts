import { caop1 } from './caop1'
import { ecoSmolensk } from './eco-smolensk'
import { imed } from './imed'
import { imvizhn } from './imvizhn'
import { medsystems } from './medsystems'
import type { OperatorProfile } from './model'

export type * from './model'
export {
  askFields,
  askLevels,
  bilingualSchema,
  categoryGroups,
  contactChannels,
  citedClauses,
  operatorProfileSchema,
  reservedSlugs,
} from './model'
export { askFor, askReasons } from './default-ask'
export { isByPolicyAlone } from './legal'
export { isOwnPolicy, starterProfile } from './starter'
export { termRuleKey, termRulesOf } from './default-rules'
export { clauseLabel } from './text'

/** The clinics of the demo. A clinic of a real installation is a document that its people publish, not a file here. */
export const operatorProfiles: readonly OperatorProfile[] = [medsystems, imed, imvizhn, ecoSmolensk, caop1]
