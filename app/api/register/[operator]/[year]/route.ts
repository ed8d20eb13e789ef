import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import type { NextRequest } from 'next/server'
import { decisionWords, registerWords } from '@/app/[locale]/admin/_ui/clock-words'
import { findStaffContext } from '@/app/_server/context'
import { CSV_START, csvRows } from '@/lib/text/csv'
import { locales } from '@/db/enums'
import { isNotFound, isProofNeeded } from '@/lib/core/errors'
import { paths } from '@/lib/core/links'
import { portalUrl } from '@/lib/core/portal-url'
import { registerColumns, type RegisterRow } from '@/lib/requests/model'
import { exportRegister } from '@/lib/requests/register'
import { answerClock } from '@/lib/requests/verdicts'

interface Params {
  params: Promise<{ operator: string; year: string }>
}

/** The register of a year as CSV, page by page. That it was taken, and by whom, is in the audit log before a row leaves. */
export async function GET(request: NextRequest, { params }: Params): Promise<Response> {
  const { operator: slug, year } = await params
  const scope = /^20\d\d$/.test(year) ? await findStaffContext(slug) : undefined
  if (!scope) return new Response(null, { status: 404 })
  const asked = request.nextUrl.searchParams.get('locale')
  const locale = hasLocale(locales, asked) ? asked : 'ru'
  const t = await getTranslations({ locale, namespace: 'admin' })
  const cells = (row: RegisterRow) => [
    row.reference,
    row.receivedOn,
    t(`kind.${row.kind}`),
    t(`requester.${row.requesterType}`),
    t(`channel.${row.channel}`),
    answerClock(row.clocks)?.dueOn ?? row.responseDueOn,
    row.clocks.map((clock) => registerWords(t, clock, (date) => date)).join('; '),
    t(`timeliness.${row.timeliness}`),
    t(`state.${row.state}`),
    decisionWords(t, row),
    row.closedOn,
    row.assigneeName,
  ]
  const pages = exportRegister(scope.ctx, Number(year))
  try {
    const first = await pages.next()
    const encoder = new TextEncoder()
    const head = CSV_START + csvRows([registerColumns.map((column) => t(`register.columns.${column}`))], locale)
    const write = (rows: readonly RegisterRow[]) => csvRows(rows.map(cells), locale)
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoder.encode(head + write(first.value ?? []))),
      pull: async (controller) => {
        const { value, done } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(write(value)))
      },
      cancel: () => void pages.return(undefined),
    })
    return new Response(body, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="register-${slug}-${year}.csv"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    })
  } catch (error) {
    if (isNotFound(error)) return new Response(null, { status: 404 })
    if (isProofNeeded(error))
      return Response.redirect(portalUrl(paths.prove(locale, `${paths.register(locale, slug)}?year=${year}`)), 303)
    throw error
  }
}
