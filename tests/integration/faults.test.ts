import { describe } from 'vitest'
import { testFailingServer } from '../faults/failing-server'
import { testManyWorkers } from '../faults/many-workers'
import { noonZone } from '../support/due-requests'
import { clinicsIn } from '../support/reminding'

// The short form of tests/faults. A worker's kills, whose long form takes its time, stand there alone.
const place = clinicsIn(Array.from({ length: 16 }, () => noonZone()))

describe('a mail server', () => {
  testFailingServer(place, { mails: 3 })
})
describe('four workers', { timeout: 300_000 }, () => {
  testManyWorkers(place, 500)
})
