import { describe } from 'vitest'
import { testRestartedDatabase } from './restarted-database'

describe('PostgreSQL', () => {
  testRestartedDatabase({ mails: 1_000, restarts: 5 })
})
