import { describe } from 'vitest'
import { testFailingServer } from '../faults/failing-server'
import { testKilledWorker } from '../faults/killed-worker'
import { testManyWorkers } from '../faults/many-workers'
import { noonZone } from '../support/due-requests'
import { clinicsIn } from '../support/reminding'

// The short form of tests/faults.
const place = clinicsIn(Array.from({ length: 16 }, () => noonZone()))

describe('a mail server', () => {
  testFailingServer(place, { mails: 3 })
})
describe('a worker', { timeout: 300_000 }, () => {
  testKilledWorker(place, { mails: 5, rounds: 1, copiesAlone: true })
})
describe('workers', { timeout: 300_000 }, () => {
  testManyWorkers(place, { workers: 2, mails: 60 })
})
