import type { IncomingMessage, ServerResponse } from 'node:http'
import { asksForSecondFactor, asksWho } from '@/lib/core/links'
import type { Field } from './field'
import { refuse } from './refusal'
import { typedIn } from './typed'

interface Led {
  form: readonly Field[]
  location: string
  origin: string
}

/**
 * The answer to a form that a browser sent by itself, where the page behind it has moved on. Led away to prove who they
 * are, people would lose what they typed and not know that it went nowhere: they are told, and shown it.
 */
export function leadOn(req: IncomingMessage, res: ServerResponse, { form, location, origin }: Led): void {
  const { pathname, search } = new URL(location, origin)
  const href = pathname + search
  const why = asksWho(href) ? 'ended' : asksForSecondFactor(href) && 'held'
  if (why) return void refuse(req, res, why, origin, { href, typed: typedIn(form) })
  res.writeHead(303, { location: href })
  res.end()
}
