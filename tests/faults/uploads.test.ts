import { it } from 'vitest'
import { startBuiltWeb } from '../support/built-web'
import { useDomain } from '../support/domain'
import { floodWithFiles } from '../support/flooded-uploads'
import { killAndSweep } from '../support/killed-uploads'
import { trusting } from '../support/uploads'

const { sql } = useDomain()

it('200 files of 10 MB at once take less than 500 MB of memory', async () => {
  const web = await startBuiltWeb(trusting)
  try {
    await floodWithFiles(web, { flood: 170, people: 30 })
  } finally {
    await web.stop()
  }
})

it('fifty kills in the middle of uploads and filings leave nothing after a sweep', () => killAndSweep(sql, 50))
