import { describe } from 'vitest'
import { noonZone } from '../support/due-requests'
import { clinicsIn } from '../support/reminding'
import { testFailingServer } from './failing-server'
import { testFlood } from './flood'
import { testKilledWorker } from './killed-worker'
import { testManyWorkers } from './many-workers'

const place = clinicsIn(Array.from({ length: 16 }, () => noonZone()))

describe('a mail server', () => {
  testFailingServer(place, { mails: 25 })
})
describe('a worker', () => {
  testKilledWorker(place, { mails: 60, rounds: 5 })
})
describe('four workers', () => {
  testManyWorkers(place, { workers: 4, mails: 20_000 })
})
describe('a flood', () => {
  testFlood(place, 600)
})
