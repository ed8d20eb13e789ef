import { expect } from 'vitest'
import type { BuiltWeb } from './built-web'
import { filingForm, memoryOf, scanOf, storedFiles } from './uploads'

const MB = 1024 * 1024

/** So many that one source may have waiting: 500 MB. */
const MOST = 50

/** Sends files of 10 MB all at once: most of them from one source, one each from others. */
export async function floodWithFiles(
  web: BuiltWeb,
  { flood, people }: { flood: number; people: number },
): Promise<void> {
  const send = await filingForm(web)
  const files = [{ name: 'скан.pdf', bytes: scanOf(10 * MB) }]
  const idle = memoryOf(web.pid)
  let peak = 0
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, memoryOf(web.pid))
      await fetch(`${web.url}/api/health`)
    }
  })()
  let floodEnded = 0
  const flooding = Array.from({ length: flood }, () =>
    send({ source: '198.51.100.1', files }).finally(() => (floodEnded += 1)),
  )
  const served = await Promise.all(Array.from({ length: people }, (_, i) => send({ source: `192.0.2.${i}`, files })))
  const before = floodEnded
  const flooded = await Promise.all(flooding)
  isDone = true
  await watching
  expect(served.map(({ status, tokens }) => [status, tokens.length])).toEqual(served.map(() => [200, 1]))
  expect(before, 'of the flood, while people waited').toBeLessThan(flood / 2)
  expect(new Set(flooded.map(({ status }) => status))).toEqual(new Set([200]))
  expect(flooded.filter(({ tokens }) => tokens.length === 1)).toHaveLength(MOST)
  expect(flooded.filter(({ text }) => text.includes('id="f-uploads-error"'))).toHaveLength(flood - MOST)
  expect((peak - idle) / MB, 'MB above idle').toBeLessThan(500)
  expect(storedFiles().filter((name) => name.endsWith('.part'))).toEqual([])
}
