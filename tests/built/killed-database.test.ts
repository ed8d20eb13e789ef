import { describe } from 'vitest'
import { testKilledDatabase } from '../faults/killed-database'

// The short form of tests/faults.
describe('PostgreSQL', { timeout: 240_000 }, () => {
  testKilledDatabase({ kills: 2 })
})
