import { describe, expect, it } from 'vitest'
import { filingInput, filingIssues } from './filing-input'

const typed = {
  submissionId: '6f1c2f0e-3c1b-4a77-9f0e-0d2f6a1c9b11',
  locale: 'ru',
  kind: 'access',
  requesterType: 'subject',
  subject: { lastName: 'Иванова', firstName: 'Анна' },
  contact: { email: 'anna@example.com' },
  signature: { statement: true, name: 'Анна Иванова' },
}

const told = (changes: object) => filingIssues(filingInput({ ...typed, ...changes }), '2026-11-20')
const issuesOf = (changes: object) => Object.keys(told(changes)).sort()

describe('the filing form', () => {
  it('asks for little', () => {
    expect(issuesOf({})).toEqual([])
  })

  it('names every field that an empty form lacks', () => {
    expect(
      issuesOf({ subject: undefined, contact: undefined, signature: undefined, requesterType: undefined }),
    ).toEqual(['contact.email', 'requesterType', 'signature.name', 'signature.statement', 'subject.lastName'])
  })

  it('forgets what a change of mind has hidden', () => {
    const hidden = { representative: { lastName: 'Петров' }, authority: { letter: '7' }, ground: 'nonsense' }
    expect(issuesOf(hidden)).toEqual([])
    expect(filingInput({ ...typed, ...hidden })).toEqual(typed)
  })

  it('asks for the parts of a kind', () => {
    expect(issuesOf({ kind: 'deletion' })).toEqual(['ground'])
    expect(issuesOf({ kind: 'correction' })).toEqual(['correction.right'])
    expect(issuesOf({ kind: 'correction', correction: { right: 'Анна' } })).toEqual([])
    expect(issuesOf({ kind: 'consent-withdrawal', scope: 'mailing' })).toEqual(['mailingChannels'])
    expect(issuesOf({ kind: 'claim' })).toEqual(['details', 'ground'])
    expect(issuesOf({ kind: 'claim', ground: 'money', details: 'x' })).toEqual([])
    // A ground of another kind is none.
    expect(issuesOf({ kind: 'claim', ground: 'unneeded', details: 'x' })).toEqual(['ground'])
    expect(issuesOf({ requesterType: 'representative' })).toEqual(['representative.lastName'])
    expect(issuesOf({ requesterType: 'authority' })).toEqual(['authority.name'])
  })

  it.each([
    { lastName: 'Сукарно' },
    { firstName: 'Мадонна' },
    { lastName: '—', firstName: 'Мадонна' },
    { lastName: 'О’Коннор', firstName: 'Шинейд' },
  ])('takes one name where the document has one: %j', (subject) => {
    expect(issuesOf({ subject })).toEqual([])
    expect(issuesOf({ requesterType: 'representative', representative: subject })).toEqual([])
  })

  it.each([
    [{ lastName: '-', firstName: '\u200B' }, 'nameNeeded'],
    [{ lastName: '\u3164\u2800' }, 'nameNeeded'],
    [{ lastName: '123' }, 'badName'],
  ])('takes nothing for a name that is none: %j', (subject, message) => {
    expect(told({ subject })).toEqual({ 'subject.lastName': [message] })
  })

  it('tells at its field what is wrong with a date', () => {
    const relation = { contractDate: '31.02.2026', visitDate: '21.11.2026' }
    const identity = { issuedOn: '12.2009' }
    expect(told({ relation, identity, subject: { ...typed.subject, birthDate: '01.01.1885' } })).toEqual({
      'relation.contractDate': ['badDate'],
      'relation.visitDate': ['dateAhead'],
      'identity.issuedOn': ['dateIncomplete'],
      'subject.birthDate': ['dateTooFar'],
    })
    expect(told({ relation: { visitDate: '20.11.2026' } })).toEqual({})
  })

  it('counts a line break as one character, as a browser does', () => {
    const lines = '\n'.repeat(2_499)
    expect(issuesOf({ details: `${'я'.repeat(2_500)}${lines}я`.replaceAll('\n', '\r\n') })).toEqual([])
    expect(told({ details: `${'я'.repeat(2_500)}${lines}яя` })).toEqual({ details: ['tooLong 5000'] })
  })
})
