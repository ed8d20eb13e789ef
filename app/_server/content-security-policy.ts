import { frameRule } from '@/lib/operators/frame-sites'

/**
 * What a page may load: what comes from here; and the sites that may show it in a frame. Mantine sets style attributes, hence
 * `style-src-attr`. Development needs `eval` for its stack traces and style tags for its hot updates.
 */
export function contentSecurityPolicy(nonce: string, development: boolean, sites: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    frameRule(sites).policy,
  ].join('; ')
}
