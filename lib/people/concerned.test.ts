import { describe, expect, it } from 'vitest'
import { assigneeAmong, concernedBy } from './concerned'

const [anna, boris] = [{ id: 'anna' }, { id: 'boris' }]
const colleagues = [anna, boris]

describe('whom a case concerns', () => {
  it.each([
    ['its assignee', 'boris', [boris]],
    ['everybody while nobody holds it', null, colleagues],
    ['everybody where its assignee works here no more', 'gone', colleagues],
  ])('%s', (_, assigneeId, concerned) => expect(concernedBy(colleagues, { assigneeId })).toEqual(concerned))

  it('names no assignee who works here no more', () => {
    expect(assigneeAmong(colleagues, { assigneeId: 'gone' })).toEqual([])
  })
})
