import { isLoopbackUrl, type ReadSettings, settingNames } from '@/lib/env'
import { fault, type Finding, ok, warning } from './model'

/** A line for each setting that is missing or wrong, as the processes themselves would name it at their start. */
export function examineSettings({ faults, settings }: ReadSettings): Finding[] {
  const todo = 'Set it in the environment of web and worker: docs/production.md says how'
  const wrong = faults.map((line) => fault('Settings', line, todo))
  const given = settingNames.filter((name) => name in settings).length
  return [...(wrong.length > 0 ? wrong : [ok('Settings', `${given} read, nothing is wrong`)]), ...proxies(settings)]
}

/** The portal speaks plain HTTP itself: where people come by https, something stands before it. */
function proxies({ PORTAL_URL, TRUSTED_PROXIES }: ReadSettings['settings']): Finding[] {
  if (!PORTAL_URL?.startsWith('https:') || isLoopbackUrl(PORTAL_URL)) return []
  if (TRUSTED_PROXIES?.length) return [ok('Proxies', `X-Forwarded-For is believed from ${TRUSTED_PROXIES.join(', ')}`)]
  return [
    warning(
      'Proxies',
      'PORTAL_URL is https, and no proxy is trusted: all visitors count as one source, and share its limits',
      'Put the address of the proxy that ends TLS into TRUSTED_PROXIES',
    ),
  ]
}
