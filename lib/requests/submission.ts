import { createHmac } from 'node:crypto'
import { installationKey } from '@/lib/vault/keys'

/**
 * What makes a form that arrives again the same thing: its id and all that stands in it, as one keyed hash in the form of
 * a UUID (version 8, RFC 9562). A form that a browser gives back carries its old id, and other content under it is another
 * request or message: nothing that was sent is swallowed.
 */
export function submissionKey(input: { submissionId: string }): string {
  const bytes = createHmac('sha256', installationKey('submission')).update(JSON.stringify(input)).digest()
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
