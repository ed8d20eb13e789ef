import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answerOutcomes, erasureGrounds, refusalGrounds, requestStates, retiredRefusalGrounds } from '@/db/enums'
import { getEnv } from '@/lib/env'
import { z } from 'zod/mini'

const isoDate = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/))

/** One erasure, with what the register says of the request: enough to do it again after a restore. It names nobody. */
export const erasureLine = z.object({
  operatorId: z.uuid(),
  requestId: z.uuid(),
  ground: z.enum(erasureGrounds),
  erasedAt: z.iso.datetime(),
  erasedBy: z.nullable(z.uuid()),
  state: z.enum(requestStates),
  outcome: z.nullable(z.enum(answerOutcomes)),
  /** Older lines do not tell it. */
  refusalGround: z.nullish(z.enum([...refusalGrounds, ...retiredRefusalGrounds])),
  closedAt: z.iso.datetime(),
  closedOn: isoDate,
})
export type ErasureLine = z.infer<typeof erasureLine>

const folder = () => join(getEnv().DATA_DIR, 'erasures')
const fileOf = (operatorId: string) => join(folder(), `${operatorId}.jsonl`)

/** Adds to the operator's list, synced before it returns. A line that stands twice, or one broken off before, does no harm. */
export async function addToList(operatorId: string, lines: readonly ErasureLine[]): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const file = await open(fileOf(operatorId), 'a', 0o600)
  try {
    await file.appendFile(lines.map((line) => `\n${JSON.stringify(line)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Whether the operator has a list: without one, because it is another disk, the list is written anew. */
export async function hasList(operatorId: string): Promise<boolean> {
  return (await readdir(folder()).catch((): string[] => [])).includes(`${operatorId}.jsonl`)
}

/** Every erasure on the lists. A line that a killed process left unfinished is passed over: it is written again. */
export async function readLists(): Promise<ErasureLine[]> {
  const names = (await readdir(folder()).catch((): string[] => [])).filter((name) => name.endsWith('.jsonl'))
  const texts = await Promise.all(names.map((name) => readFile(join(folder(), name), 'utf8')))
  return texts.flatMap((text) => text.split('\n')).flatMap(readLine)
}

function readLine(text: string): ErasureLine[] {
  try {
    return [erasureLine.parse(JSON.parse(text))]
  } catch {
    return []
  }
}
