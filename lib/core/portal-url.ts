import { getEnv } from '@/lib/env'

/** A path as people outside need it, in a mail: absolute, at the portal's own origin. */
export const portalUrl = (path: string): string => getEnv().PORTAL_URL + path
