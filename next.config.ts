import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const production = process.env.NODE_ENV === 'production'

const headers = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not no-referrer: under it a form without JavaScript is sent with "Origin: null", which reads as another site's.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  ...(production ? [{ key: 'Strict-Transport-Security', value: 'max-age=31536000' }] : []),
]

/** All but pages: of each page proxy.ts says who may show it in a frame. */
const NO_PAGE = '/((?:api/|_next/|favicon.ico|icon.svg|robots.txt).*)'

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || '.next',
  poweredByHeader: false,
  // Titles come with the page's head, for everybody: one thing less to stream and to wait for.
  htmlLimitedBots: /.*/,
  // No picture of ours needs it: its route is closed.
  images: { unoptimized: true },
  // Types are checked by the type check, tests and all; a first start should not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@aws-sdk/client-s3', '@node-rs/argon2', 'nodemailer', 'pg-boss', 'postgres'],
  turbopack: { resolveAlias: { 'use-intl/format-message': './app/_ui/i18n/format-message.ts' } },
  experimental: {
    // More than app/_door/limits.ts lets through.
    serverActions: { bodySizeLimit: '2mb' },
    proxyClientMaxBodySize: '2mb',
  },
  headers: async () => [
    { source: '/:path*', headers },
    { source: NO_PAGE, headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
  ],
}

export default createNextIntlPlugin('./app/_ui/i18n/request.ts')(config)
