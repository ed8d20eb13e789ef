import { describe } from 'vitest'
import { testKilledDatabase } from './killed-database'
import { testRestartedDatabase } from './restarted-database'

describe('PostgreSQL', () => {
  testRestartedDatabase({ mails: 1_000, restarts: 5 })
  testKilledDatabase({ kills: 10 })
})
