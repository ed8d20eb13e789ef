import { describe, expect, it } from 'vitest'
import { requestKinds } from '../enums'
import type { RequestKind } from '../enums'
import { kindLaws } from '../kinds/laws'
import { askReasons } from './default-ask'
import { defaultTermRules, termRuleKey, termRulesOf } from './default-rules'
import { operatorProfiles, clauseLabel, askFor } from './index'
import type { OperatorProfile } from './model'
import { bilingualSchema, operatorProfileSchema, termRuleSchema } from './model'
import { says } from './text'

function profileOf(slug: string): OperatorProfile {
  const profile = operatorProfiles.find((candidate) => candidate.slug === slug)
  if (!profile) throw new Error(`no profile ${slug}`)
  return profile
}

const kindsOf = (slug: string) => profileOf(slug).kinds.map((offered) => offered.kind)
const clausesOf = (slug: string, kind: RequestKind) =>
  profileOf(slug).kinds.find((offered) => offered.kind === kind)?.clauses
const categoriesOf = (slug: string, clause: string) =>
  profileOf(slug)
    .dataCategories.filter((category) => category.clause === clause)
    .map((category) => category.key)
const contactsOf = (slug: string) => profileOf(slug).contacts.map(({ channel, value }) => [channel, value.en])
const citedIn = (slug: string, list: 'rights' | 'duties' | 'patientDuties' | 'transfers' | 'retention') =>
  profileOf(slug)[list].flatMap((statement) => statement.clauses)
const responseBasis = (slug: string, kind: RequestKind) =>
  termRulesOf(profileOf(slug)).find((rule) => rule.kind === kind && rule.clock === 'response')?.legalBasis.en

describe.each(operatorProfiles.map((profile) => [profile.slug, profile] as const))('%s', (slug, profile) => {
  it('passes the schema and survives JSON unchanged', () => {
    expect(operatorProfileSchema.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile)
  })

  it('offers what the law gives everyone, with an article where the policy is silent', () => {
    const lawful = requestKinds.filter((kind) => kindLaws[kind].legalBasis)
    expect(kindsOf(slug)).toEqual(expect.arrayContaining(lawful))
    for (const { clauses, summary } of profile.kinds) {
      if (clauses.length === 0)
        expect(summary).toEqual({
          ru: expect.stringMatching(/(152|323)-ФЗ/),
          en: expect.stringMatching(/(152|323)-FZ/),
        })
    }
  })

  it.each(requestKinds)('answers %s within 30 calendar days', (kind) => {
    const rules = termRulesOf(profile).filter((rule) => rule.kind === kind && rule.clock === 'response')
    expect(rules).toHaveLength(1)
    expect(rules[0]).toMatchObject({ amount: 30, unit: 'calendar-days', countedFrom: 'receipt', extension: null })
  })

  it('keeps every default clock it does not override', () => {
    expect(termRulesOf(profile).map(termRuleKey)).toEqual(defaultTermRules.map(termRuleKey))
  })

  it('never mails a real address', () => {
    expect(profile.demoMail).toBe(`privacy@${slug}.example`)
  })

  it('asks for no document to withdraw a consent', () => {
    expect(askFor(profile, 'consent-withdrawal')).toMatchObject({ identityDocument: 'hidden', relation: 'hidden' })
  })

  it('asks what it says itself of a kind, and what the kind needs where it says nothing', () => {
    const silent = { ask: profile.ask, askByKind: {} }
    expect(askFor(silent, 'claim')).toEqual({ ...profile.ask, proof: 'optional', postalAddress: 'optional' })
    expect(askFor({ ...silent, askByKind: { claim: { phone: 'required' } } }, 'claim')).toEqual({
      ...profile.ask,
      phone: 'required',
    })
  })
})

describe('all profiles', () => {
  it('have slugs, codes and demo addresses of their own', () => {
    for (const key of ['slug', 'code', 'demoMail'] as const) {
      expect(new Set(operatorProfiles.map((profile) => profile[key])).size).toBe(operatorProfiles.length)
    }
  })

  it('have both languages in every text that a reader sees', () => {
    const names = ['name', 'legalName', 'value']
    const texts: unknown[] = [...defaultTermRules.map((rule) => rule.legalBasis), ...Object.values(askReasons)]
    const collect = (node: unknown, key: string): void => {
      if (typeof node !== 'object' || node === null) return
      if ('ru' in node && !names.includes(key)) texts.push(node)
      for (const [childKey, child] of Object.entries(node)) collect(child, childKey)
    }
    for (const profile of operatorProfiles) collect(profile, '')
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter((text) => !bilingualSchema.safeParse(text).success)).toEqual([])
  })

  it('are refused with an unknown section, a kind offered twice or a scope without channels', () => {
    const imed = profileOf('imed')
    const accepts = (change: Partial<OperatorProfile>) =>
      operatorProfileSchema.safeParse({ ...imed, ...change }).success
    expect(accepts({})).toBe(true)
    expect(accepts({ sections: {} })).toBe(false)
    expect(accepts({ notes: [says('constructor', 'Нигде', 'Nowhere')] })).toBe(false)
    expect(accepts({ kinds: [...imed.kinds, ...imed.kinds] })).toBe(false)
    expect(accepts({ mailingChannels: [] })).toBe(false)
    expect(accepts({ demoMail: 'info@imed-group.ru' })).toBe(false)
    expect(accepts({ timeZone: 'Europe/Yekaterinburg' })).toBe(false)
    expect(accepts({ name: { ru: '', en: '' } })).toBe(false)
  })
})

describe('default rules', () => {
  const rows = defaultTermRules
    .filter((rule) => rule.clock !== 'response' && rule.requesterType === undefined)
    .map((rule) => [
      [rule.kind, rule.ground ?? rule.scope].filter(Boolean).join(' '),
      rule.clock,
      rule.amount,
      rule.unit,
      rule.countedFrom,
      rule.legalBasis.en,
      rule.extension,
    ])

  it('are the clocks of the law', () => {
    expect(rows).toEqual([
      ['access', 'answer', 10, 'working-days', 'receipt', '152-FZ, art. 14, 20(1)', 5],
      ['medical-copies', 'answer', 30, 'calendar-days', 'receipt', expect.stringContaining('789n'), null],
      ['correction', 'correct', 7, 'working-days', 'proof', '152-FZ, art. 20(3), 21(2)', null],
      ['correction', 'lift', 0, 'same-day', 'correction', '152-FZ, art. 21(2)', null],
      ['deletion unneeded', 'destroy', 7, 'working-days', 'proof', '152-FZ, art. 20(3)', null],
      ['deletion unlawful', 'block', 0, 'same-day', 'receipt', '152-FZ, art. 21(1)', null],
      ['deletion unlawful', 'stop', 3, 'working-days', 'detection', '152-FZ, art. 21(3)', null],
      ['deletion unlawful', 'destroy', 10, 'working-days', 'detection', '152-FZ, art. 21(3)', null],
      ['deletion stop-processing', 'stop', 10, 'working-days', 'receipt', '152-FZ, art. 21(5.1)', 5],
      ['deletion consent-withdrawn', 'stop', 30, 'calendar-days', 'receipt', '152-FZ, art. 21(5)', null],
      ['deletion consent-withdrawn', 'destroy', 30, 'calendar-days', 'receipt', '152-FZ, art. 21(5)', null],
      ['blocking', 'block', 0, 'same-day', 'receipt', '152-FZ, art. 21(1)', null],
      ['blocking', 'check', 10, 'working-days', 'receipt', expect.stringContaining('Operator’s rule'), 5],
      ['consent-withdrawal all-processing', 'stop', 30, 'calendar-days', 'receipt', '152-FZ, art. 21(5)', null],
      ['consent-withdrawal all-processing', 'destroy', 30, 'calendar-days', 'receipt', '152-FZ, art. 21(5)', null],
      ['consent-withdrawal mailing', 'stop-mailings', 0, 'same-day', 'receipt', '152-FZ, art. 15(2)', null],
      ['distribution-stop', 'stop-distribution', 3, 'working-days', 'receipt', '152-FZ, art. 10.1(12–14)', null],
      ['automated-decision', 'answer', 30, 'calendar-days', 'receipt', '152-FZ, art. 16(4)', null],
      ['claim money', 'answer', 10, 'calendar-days', 'receipt', expect.stringContaining('31(1)'), null],
    ])
  })

  it('answer an authority in 10 working days, whatever it asks about', () => {
    const rules = defaultTermRules.filter((rule) => rule.requesterType === 'authority')
    expect(rules.map((rule) => rule.kind)).toEqual([...requestKinds])
    for (const rule of rules)
      expect(rule).toMatchObject({ clock: 'answer', amount: 10, unit: 'working-days', extension: 5 })
  })

  it('are valid, distinct and never roll forward', () => {
    for (const rule of defaultTermRules) expect(termRuleSchema.parse(rule).rollForward).toBe('none')
    expect(new Set(defaultTermRules.map(termRuleKey)).size).toBe(defaultTermRules.length)
  })
})

describe('facts of the policies', () => {
  it('medsystems: forms only, change and delete, four cases of transfer', () => {
    expect(contactsOf('medsystems')).toEqual([['site-form', 'www.medsystemsgroup.ru']])
    expect(clausesOf('medsystems', 'correction')).toEqual(['10.1'])
    expect(clausesOf('medsystems', 'deletion')).toEqual(['10.2'])
    expect(kindsOf('medsystems')).not.toContain('claim')
    expect(citedIn('medsystems', 'duties')).toContain('12.2')
    expect(citedIn('medsystems', 'transfers')).toEqual(['9.3.1', '9.3.2', '9.3.3', '9.3.4'])
    expect(profileOf('medsystems').minors.statement?.clauses).toEqual(['7.3'])
    expect(categoriesOf('medsystems', '7.1.1')).toEqual(
      expect.arrayContaining(['last-name', 'first-name', 'middle-name', 'email', 'phone', 'bank-card']),
    )
    expect(categoriesOf('medsystems', '7.1.2')).toEqual(['ip-address', 'browser', 'access-time', 'requested-pages'])
    expect(responseBasis('medsystems', 'access')).toContain('Operator’s rule')
  })

  it('imed: five mailing channels, adults only, 30 days for every enquiry', () => {
    const imed = profileOf('imed')
    expect(imed).toMatchObject({
      timeZone: 'Asia/Yekaterinburg',
      registration: { ogrn: '1206600048016', inn: '6671113564' },
      mailingChannels: ['email', 'sms', 'calls', 'automatic-calls', 'push'],
      minors: { minimumAge: 18, statement: { clauses: ['age'] } },
    })
    expect(contactsOf('imed')).toContainEqual(['email', 'info@imed-group.ru'])
    expect(clausesOf('imed', 'access')).toEqual(['preamble'])
    expect(clausesOf('imed', 'deletion')).toEqual(['contacting'])
    expect(kindsOf('imed')).not.toContain('claim')
    expect(imed.duties.find((duty) => duty.clauses.includes('changes'))?.text.en).toContain('30 days')
    expect(responseBasis('imed', 'correction')).toContain('Contact us')
    const keys = imed.dataCategories.map((category) => category.key)
    expect(keys).toEqual(
      expect.arrayContaining(['name', 'address', 'phone', 'birth-date', 'email', 'bank-card', 'account', 'purchases']),
    )
    expect(keys).toEqual(
      expect.arrayContaining(['support-history', 'cookies', 'device', 'location', 'third-parties', 'bank-account']),
    )
  })

  it('imvizhn: blocks from the moment of the request', () => {
    expect(profileOf('imvizhn')).toMatchObject({
      registration: { ogrn: '1217800181378', inn: '7842197752' },
      policyUrl: 'https://imv-ms.com/privacy-policy',
      policyDate: '2025-05-03',
    })
    expect(contactsOf('imvizhn').map(([channel]) => channel)).toEqual(['email', 'post', 'site-form'])
    expect(contactsOf('imvizhn')[0]).toEqual(['email', 'ImagingMedicalVision@gmail.com'])
    expect(clausesOf('imvizhn', 'correction')).toEqual(['6.1.2'])
    expect(clausesOf('imvizhn', 'blocking')).toEqual(['6.2.4'])
    expect(clausesOf('imvizhn', 'claim')).toEqual(['8.1', '8.2'])
    expect(citedIn('imvizhn', 'duties')).toEqual(expect.arrayContaining(['5.4', '6.2.2']))
    expect(citedIn('imvizhn', 'transfers')).toEqual(['5.2', '5.3'])
    expect(['3.2.1', '3.2.2', '3.2.3', '3.2.4'].flatMap((clause) => categoriesOf('imvizhn', clause))).toEqual([
      'name',
      'phone',
      'email',
      'message',
    ])
    expect(categoriesOf('imvizhn', '1.1.6')).toEqual(['cookies'])
    expect(categoriesOf('imvizhn', '1.1.7')).toEqual(['ip-address'])
    expect(responseBasis('imvizhn', 'claim')).toContain('clause 8.2')
  })

  it('eco-smolensk: an account, a location, an administrator', () => {
    expect(contactsOf('eco-smolensk').map(([channel]) => channel)).toEqual(['administrator'])
    expect(clausesOf('eco-smolensk', 'correction')).toEqual(['6.1.2'])
    expect(clausesOf('eco-smolensk', 'blocking')).toEqual(['6.2.4'])
    expect(clausesOf('eco-smolensk', 'claim')).toEqual(['8.1', '8.2'])
    expect(citedIn('eco-smolensk', 'duties')).toContain('5.3')
    expect(citedIn('eco-smolensk', 'transfers')).toEqual(['5.2'])
    expect(['3.2.1', '3.2.2', '3.2.3', '4.1.4'].flatMap((clause) => categoriesOf('eco-smolensk', clause))).toEqual([
      'login',
      'password',
      'email',
      'location',
    ])
    expect(responseBasis('eco-smolensk', 'claim')).toContain('clause 8.2')
  })

  it('caop1: mailings by three channels, seventeen things given, claims in 30 days', () => {
    expect(contactsOf('caop1')).toEqual([
      ['email', 'info@caop1.ru'],
      ['phone', '+7 (812) 923-52-23'],
      ['written-statement', 'A written statement to the clinic'],
      ['social', 'vk.com/caop1'],
    ])
    expect(profileOf('caop1').mailingChannels).toEqual(['email', 'sms', 'calls'])
    expect(clausesOf('caop1', 'consent-withdrawal')).toEqual(['preamble', '3.5'])
    expect(clausesOf('caop1', 'correction')).toEqual(['4.1.2'])
    expect(clausesOf('caop1', 'claim')).toEqual(['6.1', '6.2'])
    expect(citedIn('caop1', 'duties')).toContain('3.6')
    expect(citedIn('caop1', 'transfers')).toEqual(['3.4.1', '3.4.2', '3.4.4'])
    expect(categoriesOf('caop1', '3.3.1')).toHaveLength(17)
    expect(categoriesOf('caop1', '3.3.1')).toEqual(expect.arrayContaining(['snils', 'inn', 'passport', 'name-change']))
    expect(categoriesOf('caop1', '3.3.2')).toEqual(
      expect.arrayContaining(['browser', 'operating-system', 'ip-address', 'location', 'cookies']),
    )
    expect(responseBasis('caop1', 'claim')).toContain('clause 6.2')
  })

  it('names clauses by number or by the heading of the policy', () => {
    expect(clauseLabel(profileOf('imvizhn'), '6.2.4', 'en')).toBe('clause 6.2.4')
    expect(clauseLabel(profileOf('imvizhn'), '6.2.4', 'ru')).toBe('п.\u00a06.2.4')
    expect(clauseLabel(profileOf('imed'), 'age', 'ru')).toContain('«Возрастные ограничения»')
  })
})
