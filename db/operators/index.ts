import { caop1 } from './caop1'
import { ecoSmolensk } from './eco-smolensk'
import { imed } from './imed'
import { imvizhn } from './imvizhn'
import { medsystems } from './medsystems'
import type { OperatorProfile } from './model'

export type * from './model'
export { askFor, askReasons } from './default-ask'
export { termRuleKey, termRulesOf } from './default-rules'
export { clauseLabel } from './text'

/** The clinics that a new installation is loaded with. A sixth one is a row in the database, not a file here. */
export const operatorProfiles: readonly OperatorProfile[] = [medsystems, imed, imvizhn, ecoSmolensk, caop1]
