import { describe } from 'vitest'
import { testKilledDatabase } from './killed-database'

// The server is this test's own, see `restarts.test.ts`.
describe('PostgreSQL that is killed', () => {
  testKilledDatabase({ kills: 10 })
})
