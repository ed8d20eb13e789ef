import type { Metadata } from 'next'
import { getMessages, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { currentLocale, findRequesterContext, publicContext } from '@/app/_server/context'
import { readAskedCookie } from '@/app/_server/session'
import { paths } from '@/lib/core/links'
import { formatTime } from '@/lib/i18n/format'
import { findCodeStep } from '@/lib/sessions/code-step'
import { formatReference, readReference } from '@/lib/text/reference'
import { askForCodeAction, enterCodeAction } from './actions'
import { AskForm, EnterForm } from './_parts/code-forms'
import { Narrow } from '../_parts/narrow'

interface Props {
  params: Promise<{ operator: string }>
  searchParams: Promise<{ number?: string | string[]; code?: string | string[] }>
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('case.find')
  const { code } = await searchParams
  return { title: t(code === undefined ? 'title' : 'codeTitle'), robots: { index: false } }
}

/** A number that was pasted in some other way, as the letters have it. */
function asWritten(typed: string, code: string): string {
  const read = readReference(typed)
  return read?.year ? formatReference(code, read.year, read.number) : typed
}

const linkTo = (href: string) => (words: ReactNode) => <a href={href}>{words}</a>

/** The door to one's own case. Whoever has come through it already goes straight on. */
export default async function FindCasePage({ params, searchParams }: Props) {
  const { operator: slug } = await params
  const { number, code } = await searchParams
  const { operator, ctx } = await publicContext(slug)
  const locale = await currentLocale()
  const wanted = typeof number === 'string' ? number : undefined
  const open = await findRequesterContext(slug)
  if (open && (!wanted || wanted === open.reference)) redirect(paths.ownCase(locale, slug, open.reference))
  const t = await getTranslations('case.find')
  const { case: words, errors } = await getMessages()
  const step = typeof code === 'string' ? await findCodeStep(ctx, code) : undefined
  const asked = await readAskedCookie()
  // Whoever may ask for no other code for a while still has the ones that came.
  const sent = step || !asked ? undefined : await findCodeStep(ctx, asked.codeId)
  const shared = {
    ...words.find,
    errors: { ...errors, foreignReference: t('foreignReference', { prefix: operator.code }) },
  }
  // What was typed, whether or not there is such a request: the number is in the address, the mailbox in this browser alone.
  const typedFor = (codeId: string) =>
    [
      wanted && readReference(wanted) ? { label: t('reference'), value: asWritten(wanted, operator.code) } : undefined,
      asked?.codeId === codeId ? { label: t('email'), value: asked.address } : undefined,
    ].filter((line) => line !== undefined)
  return (
    <Narrow
      icon="access"
      title={t('title')}
      {...(!step && { lead: t('lead') })}
      aside={
        <>
          <h2>{t('lostTitle')}</h2>
          <p>{t.rich('lostText', { clinic: linkTo(`${paths.operator(locale, slug)}#contacts`) })}</p>
        </>
      }
    >
      {step ? (
        <EnterForm
          action={enterCodeAction.bind(null, slug)}
          codeId={step.codeId}
          obstacle={step.triesLeft === 0 ? { problem: t('noTries'), isOver: true } : undefined}
          again={paths.findCase(locale, slug) + (wanted ? `?${new URLSearchParams({ number: wanted })}` : '')}
          typed={typedFor(step.codeId)}
          words={{
            ...shared,
            codeLead: t('codeLead', { time: formatTime(step.expiresAt, locale, operator.timeZone) }),
          }}
        />
      ) : (
        <AskForm
          action={askForCodeAction.bind(null, slug)}
          number={wanted}
          obstacle={code === undefined ? undefined : { problem: t('old') }}
          enter={sent && sent.triesLeft > 0 ? paths.enterCode(locale, slug, sent.codeId, wanted ?? '') : undefined}
          words={{
            ...shared,
            referenceWhy: t('referenceWhy', { example: `${operator.code}-${ctx.today.slice(0, 4)}-000123` }),
          }}
        />
      )}
    </Narrow>
  )
}
