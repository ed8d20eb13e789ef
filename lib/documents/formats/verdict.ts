/**
 * What a look at the bytes says about one format: `whole` is one; `broken` begins like one and is cut off, or is something
 * else in its clothes; `other` does not even begin like it.
 */
export type Verdict = 'whole' | 'broken' | 'other'

export const wholeIf = (isWhole: boolean): Verdict => (isWhole ? 'whole' : 'broken')
