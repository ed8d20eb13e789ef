import { it } from 'vitest'
import { useDomain } from '../support/domain'
import { killAndSweep } from '../support/killed-uploads'

const { sql } = useDomain()

it('three kills in the middle of uploads and filings leave nothing after a sweep', () => killAndSweep(sql, 3))
