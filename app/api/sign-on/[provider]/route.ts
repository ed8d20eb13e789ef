import { isFlood } from '@/app/_server/rate-limit'
import { beginJourney, leadBack, leadTo, localeIn } from '@/app/_server/sign-on'
import { officersPath } from '@/lib/core/links'
import { errorFields, log } from '@/lib/log'
import { ask } from '@/lib/sign-on/conversation'
import { findProvider } from '@/lib/sign-on/providers'

interface Params {
  params: Promise<{ provider: string }>
}

/** Leads to the provider, which asks who somebody is. A link and no form: what a form leads to must be ours. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { searchParams } = new URL(request.url)
  const locale = localeIn(searchParams.get('locale'))
  const next = officersPath(searchParams.get('next'), locale)
  if (await isFlood('sign-in')) return leadBack(locale, 'flood', next)
  const provider = await findProvider((await params).provider)
  if (!provider) return leadBack(locale, 'over', next)
  try {
    const { url, question } = await ask(provider, searchParams.has('proof'))
    await beginJourney({ question, locale, next })
    return leadTo(url)
  } catch (error) {
    log('sign-on.unasked', { providerId: provider.id, ...errorFields(error) })
    return leadBack(locale, 'silent', next)
  }
}
