import { describe, expect, it } from 'vitest'
import { readQueueUrl, writeQueueUrl } from './query'

const id = 'b3c7a1d2-0000-4000-8000-000000000001'
const first = `2026-12-01.${id}`
const second = `2026-12-09.${id}`

describe('the URL of the queue', () => {
  it('says the same when read and written again', () => {
    const url = `?filter=mine&kind=access&state=in-progress&assignee=${id}&after=${first}&after=${second}`
    const params = new URLSearchParams(url)
    const read = readQueueUrl({ ...Object.fromEntries(params), after: params.getAll('after') })
    expect(read.cursor).toBe(second)
    expect(writeQueueUrl(read)).toBe(url)
  })

  it('is bare where nothing is asked', () => {
    expect(writeQueueUrl(readQueueUrl({}))).toBe('')
  })

  it('ignores what makes no sense', () => {
    const read = readQueueUrl({
      filter: 'everything',
      kind: ['nonsense', 'access'],
      assignee: "' or 1=1",
      after: first,
    })
    expect(read).toEqual({
      filter: 'all',
      kind: undefined,
      state: undefined,
      assigneeId: undefined,
      cursor: first,
      steps: [first],
    })
  })

  it('stays short however far one pages', () => {
    const steps = Array.from({ length: 500 }, () => first)
    expect(new URLSearchParams(writeQueueUrl({ filter: 'all', steps })).getAll('after')).toHaveLength(40)
  })
})
