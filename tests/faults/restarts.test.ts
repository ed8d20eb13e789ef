import { describe } from 'vitest'
import { testRestartedDatabase } from './restarted-database'

// The server is this test's own: a process remembers the settings that it began with, so that each has a file.
describe('PostgreSQL that is restarted', () => {
  testRestartedDatabase({ mails: 1_000, restarts: 5 })
})
