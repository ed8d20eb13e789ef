import { findRequesterContext, findStaffContext } from '@/app/_server/context'
import { attachmentNamed } from '@/app/_server/download'
import { isId } from '@/app/_server/page'
import { isNotFound } from '@/lib/core/errors'
import { getFileFor } from '@/lib/documents/queries'

interface Params {
  params: Promise<{ operator: string; id: string }>
}

/** One file of a case, for an officer of the clinic or the person of the case; for all others there is no such file. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { operator, id } = await params
  const scope = isId(id) ? ((await findStaffContext(operator)) ?? (await findRequesterContext(operator))) : undefined
  if (!scope) return notFound()
  try {
    const { name, mediaType, bytes } = await getFileFor(scope.ctx, id)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': mediaType,
        'content-disposition': attachmentNamed(name),
        'content-length': String(bytes.length),
        // Nothing that a stranger uploaded may run here, whatever a browser takes it for.
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (isNotFound(error)) return notFound()
    throw error
  }
}

const notFound = () => new Response(null, { status: 404, headers: { 'cache-control': 'private, no-store' } })
