import type { MetadataRoute } from 'next'

/** Clinics may be found by their rights pages; what is anybody's own may not. */
export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', disallow: ['/api/', '/*/admin', '/*/*/receipt/', '/*/*/confirm/', '/*/*/case/'] } }
}
