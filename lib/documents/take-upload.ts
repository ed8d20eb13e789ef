import { execute, type Result } from '@/lib/core/command'
import type { Context } from '@/lib/core/context'
import { deleteFile } from '@/lib/storage/files'
import { receiveUpload } from './receive-upload'
import { type StageRefusal, stageUpload } from './stage-upload'

/** Takes in a file that is here as a whole, before its request is filed. */
export async function takeUpload(
  ctx: Context,
  { name, bytes, source = 'installation' }: { name: string; bytes: Buffer; source?: string },
): Promise<Result<{ token: string; name: string; size: number }, StageRefusal | 'uploads-full'>> {
  const taken = await stageUpload(name, [bytes])
  if (!taken.ok) return taken
  const received = await execute(receiveUpload, ctx, { ...taken.staged, source })
  if (!received.ok) await deleteFile(taken.staged.id)
  return received
}
