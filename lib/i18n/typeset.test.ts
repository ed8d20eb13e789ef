import { expect, it } from 'vitest'
import { typeset } from './typeset'

it('keeps references, numbers and dashes with their neighbours', () => {
  expect(typeset('152-ФЗ, ч. 1 ст. 21')).toBe('152\u2011ФЗ, ч.\u00a01\u00a0ст.\u00a021')
  expect(typeset('clause 8.2: 30 days')).toBe('clause\u00a08.2: 30\u00a0days')
  expect(typeset('Отзовите — и всё')).toBe('Отзовите\u00a0— и всё')
})
