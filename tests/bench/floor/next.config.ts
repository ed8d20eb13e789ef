import { resolve } from 'node:path'
import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  // The product's own check of types covers this app too.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres'],
  // The packages are those of the product, some folders up.
  turbopack: { root: resolve(process.env.BENCH_ROOT ?? '.') },
}

export default config
