import { getHealth } from '@/lib/health/queries'

export const dynamic = 'force-dynamic'

/** How the installation is: 200 when it works, 503 when somebody has to look. Needs no session, names nobody. */
export async function GET(): Promise<Response> {
  const health = await getHealth()
  return Response.json(health, {
    status: health.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}
