import { findSignedIn, installationContext, signedInContext } from '@/app/_server/context'
import { isFlood } from '@/app/_server/rate-limit'
import { keepSignedIn, readBrowser } from '@/app/_server/session'
import { endJourney, type Journey, leadBack, leadTo } from '@/app/_server/sign-on'
import { execute } from '@/lib/core/command'
import { paths } from '@/lib/core/links'
import { errorFields, log } from '@/lib/log'
import { type Answer, listen } from '@/lib/sign-on/conversation'
import { proveThrough } from '@/lib/sign-on/prove-through'
import { findProvider } from '@/lib/sign-on/providers'
import { signInThrough } from '@/lib/sign-on/sign-in-through'

interface Params {
  params: Promise<{ provider: string }>
}

/** What the provider has answered comes back with the browser that asked. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { provider: id } = await params
  const journey = await endJourney()
  // Another browser's, an old one's, or the answer of one provider in the name of another.
  if (journey?.question.providerId !== id) return leadBack(journey?.locale ?? 'ru', 'over')
  const { locale, next, question } = journey
  if (await isFlood('sign-in')) return leadBack(locale, 'flood', next)
  const provider = await findProvider(id)
  if (!provider) return leadBack(locale, 'over', next)
  try {
    const answer = await listen(provider, new URL(request.url).searchParams, question)
    return question.isProof ? await prove(answer, journey) : await signIn(answer, journey)
  } catch (error) {
    log('sign-on.refused', { providerId: id, ...errorFields(error) })
    return leadBack(locale, 'refused', next)
  }
}

async function signIn(answer: Answer, { question: { providerId }, locale, next }: Journey): Promise<Response> {
  const result = await execute(signInThrough, installationContext(), {
    ...{ providerId, ...answer },
    ...(await readBrowser()),
  })
  if (!result.ok) return leadBack(locale, 'refused', next)
  const { value } = result
  if (!value.signedIn) return leadBack(locale, value.reason, next)
  await keepSignedIn(value)
  return leadTo(next ?? paths.admin(locale))
}

async function prove({ subject }: Answer, { question: { providerId }, locale, next }: Journey): Promise<Response> {
  if (!(await findSignedIn())) return leadBack(locale, 'over', next)
  const result = await execute(proveThrough, await signedInContext(), { providerId, subject })
  return leadTo(paths.proven(locale, result.ok, next))
}
