import { describe } from 'vitest'
import { testKilledDatabase } from './killed-database'
import { testRestartedDatabase } from './restarted-database'

// Each with a server of its own, which this process works on: one after the other.
describe('PostgreSQL that is restarted', () => {
  testRestartedDatabase({ mails: 1_000, restarts: 5 })
})
describe('PostgreSQL that is killed', () => {
  testKilledDatabase({ kills: 10 })
})
