import type { Readable } from 'node:stream'
import type { PublicActor } from '@/lib/core/actor'
import { execute } from '@/lib/core/command'
import { type Context, contextFor } from '@/lib/core/context'
import { receiveUpload } from '@/lib/documents/receive-upload'
import { stageUpload, type StagedUpload } from '@/lib/documents/stage-upload'
import { hasRoom } from '@/lib/documents/waiting'
import { findOperator } from '@/lib/operators/queries'
import { fileLimits } from '@/lib/documents/limits'
import { deleteFile } from '@/lib/storage/files'
import { cleanLine } from '@/lib/text/characters'
import type { Field } from './field'

const FIELD = /^(_\d{1,3}_)?files$/
const OPERATOR = /^\/(?:ru|en)\/(?:admin\/)?([\w-]+)\//

interface Taken {
  /** What React puts before the names of a form. */
  prefix: string
  fileName: string
  result: { ok: true; staged: StagedUpload } | { ok: false; reason: string }
}

/**
 * The documents of one form, its fields named `files`: sealed as they come, and let wait for their request once the form
 * has been read whole.
 */
export class Documents {
  private readonly taken: Taken[] = []
  /** Those that lie in the storage, and that no row knows of yet. */
  private readonly staged = new Set<string>()
  private readonly scope: Promise<Context<PublicActor> | undefined>
  private left: number = fileLimits.perForm
  private isExpected = false

  /** @param path that the form was sent to: it names the clinic */
  constructor(
    path: string,
    private readonly source: string,
  ) {
    this.scope = scopeOf(path)
  }

  static isOne = (name: string): boolean => FIELD.test(name)

  /** The form is one of ours: it has named what it calls. Files that come before that are nobody's. */
  expect(): void {
    this.isExpected = true
  }

  /** Settles when the file is stored, or its bytes may go by unread. */
  async take(name: string, fileName: string, bytes: Readable): Promise<undefined> {
    const refusal = await this.refusal(fileName)
    const result = refusal ?? (await stageUpload(fileName, bytes.iterator({ destroyOnReturn: false })))
    // What is left of a refused file goes by, and the form after it.
    if (result.ok) this.staged.add(result.staged.id)
    else bytes.resume()
    if (fileName !== '') this.taken.push({ prefix: FIELD.exec(name)?.[1] ?? '', fileName, result })
  }

  private async refusal(fileName: string): Promise<{ ok: false; reason: string } | undefined> {
    const scope = await this.scope
    // A browser sends an empty nameless file for a field that nobody used.
    if (fileName === '' || !scope || !this.isExpected) return { ok: false, reason: 'file-empty' }
    this.left -= 1
    if (this.left < 0) return { ok: false, reason: 'tooManyFiles' }
    return (await hasRoom(scope, this.source)) ? undefined : { ok: false, reason: 'uploads-full' }
  }

  /**
   * What the pages get in the place of the files: tokens in `uploads[]`, each with a line of `uploadNames[]` ("token
   * name"), and `fileErrors[]` ("reason name"), the reasons being keys of the `errors` messages.
   */
  async receive(): Promise<Field[]> {
    const scope = await this.scope
    const fields: Field[] = []
    if (!scope || !this.isExpected) return fields
    for (const { prefix, fileName, result } of this.taken) {
      const received = result.ok ? await this.wait(scope, result.staged) : result
      const add = (name: string, value: string) => fields.push({ name: `${prefix}${name}[]`, value })
      if (!received.ok) add('fileErrors', `${received.reason} ${cleanLine(fileName)}`)
      else {
        add('uploads', received.value.token)
        add('uploadNames', `${received.value.token} ${received.value.name}`)
      }
    }
    return fields
  }

  private async wait(scope: Context<PublicActor>, staged: StagedUpload) {
    const received = await execute(receiveUpload, scope, { ...staged, source: this.source })
    if (received.ok) this.staged.delete(staged.id)
    return received
  }

  /** Deletes what nobody will ever ask for: the form went no further, or a file was refused at its end. */
  async abandon(): Promise<void> {
    await Promise.all([...this.staged].map(deleteFile))
  }
}

async function scopeOf(path: string): Promise<Context<PublicActor> | undefined> {
  const operator = await findOperator(OPERATOR.exec(path)?.[1] ?? '')
  return operator && contextFor({ kind: 'public', operatorId: operator.id }, operator.timeZone, new Date())
}
