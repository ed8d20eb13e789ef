import { isDeepStrictEqual } from 'node:util'
import { LineCounter, parseDocument, type Document } from 'yaml'
import { z } from 'zod'
import { type OperatorProfile, operatorProfileSchema, termRuleKey, termRulesOf } from '@/db/operators'
import { lacksScope } from './rules'
import type { TermRule } from './term-rules'

/** A fault of a document, in words; `line` counts from 1, and is absent where the fault has no place of its own. */
export interface ProfileFault {
  line: number | undefined
  /** The part of the profile: "kinds.0.legalBasis.en". */
  path: string
  what: string
}

export type ReadProfile = { ok: true; profile: OperatorProfile } | { ok: false; faults: ProfileFault[] }

/** A clinic's profile out of a document in YAML or JSON, which is YAML too. */
export function readProfile(text: string): ReadProfile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      line: lines.linePos(pos[0]).line,
      path: '',
      what: message,
    }))
    return { ok: false, faults }
  }
  const parsed = operatorProfileSchema.safeParse(document.toJS())
  if (parsed.success && lacksScope(parsed.data)) {
    const line = lineOf(document, lines, ['consentScopes'])
    return {
      ok: false,
      faults: [{ line, path: 'consentScopes', what: 'withdrawal is offered: name what is withdrawn' }],
    }
  }
  if (parsed.success) return { ok: true, profile: parsed.data }
  const faults = parsed.error.issues.map(({ path, message }) => ({
    line: lineOf(document, lines, path),
    path: path.map(String).join('.'),
    what: message,
  }))
  return { ok: false, faults }
}

/** Of the part itself, or of the nearest one around it that stands in the document. */
function lineOf(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return undefined
}

/** The profile with the terms that are in force now, those that the clinic has changed by itself among them. */
export function withTermsInForce(profile: OperatorProfile, inForce: readonly TermRule[]): OperatorProfile {
  const defaults = new Map(termRulesOf({ termRules: [] }).map((rule) => [termRuleKey(rule), rule]))
  const own = inForce.map(profileRule).filter((rule) => !isDeepStrictEqual(defaults.get(termRuleKey(rule)), rule))
  return { ...profile, termRules: own }
}

function profileRule(rule: TermRule): OperatorProfile['termRules'][number] {
  const { kind, ground, scope, requesterType, clock, amount, unit, countedFrom, legalBasis, rollForward } = rule
  return {
    kind,
    ...(ground && { ground }),
    ...(scope && { scope }),
    ...(requesterType && { requesterType }),
    ...{ clock, amount, unit, countedFrom, legalBasis, extension: rule.extensionAmount, rollForward },
  }
}

/** JSON Schema of the document (draft 2020-12), for editors that complete and check while somebody writes. */
export const profileJsonSchema = () => z.toJSONSchema(operatorProfileSchema, { io: 'input', unrepresentable: 'any' })
