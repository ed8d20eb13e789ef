import { describe } from 'vitest'
import { testRestartedDatabase } from '../faults/restarted-database'

// The short form of tests/faults.
describe('PostgreSQL', { timeout: 400_000 }, () => {
  testRestartedDatabase({ mails: 60, restarts: 1 })
})
