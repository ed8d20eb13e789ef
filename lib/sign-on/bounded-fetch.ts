/** More than any provider has to say: its configuration, its keys, an answer. */
const MOST_BYTES = 1024 * 1024

/** As `fetch`, of an answer that ends: a provider that goes on and on fills nobody's memory. */
export async function boundedFetch(url: string, options: RequestInit): Promise<Response> {
  const answer = await fetch(url, options)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) throw new Error('The provider says too much')
    chunks.push(chunk)
  }
  const { status, headers } = answer
  const isEmpty = status === 204 || status === 304
  return new Response(isEmpty ? null : new Blob(chunks), { status, headers })
}
