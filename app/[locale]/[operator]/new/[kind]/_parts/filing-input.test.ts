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

const issuesOf = (changes: object) => Object.keys(filingIssues(filingInput({ ...typed, ...changes }))).sort()

describe('the filing form', () => {
  it('asks for little', () => {
    expect(issuesOf({})).toEqual([])
  })

  it('names every field that an empty form lacks', () => {
    expect(
      issuesOf({ subject: undefined, contact: undefined, signature: undefined, requesterType: undefined }),
    ).toEqual([
      'contact.email',
      'requesterType',
      'signature.name',
      'signature.statement',
      'subject.firstName',
      'subject.lastName',
    ])
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
    expect(issuesOf({ kind: 'claim' })).toEqual(['details'])
    expect(issuesOf({ requesterType: 'representative' })).toEqual([
      'representative.firstName',
      'representative.lastName',
    ])
    expect(issuesOf({ requesterType: 'authority' })).toEqual(['authority.name'])
  })
})
