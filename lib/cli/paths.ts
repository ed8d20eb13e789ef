import { join, resolve } from 'node:path'

/** The folder of the product. */
export const ROOT = resolve(import.meta.dirname, '../..')

/** Next's command, a script for node. */
export const NEXT = join(ROOT, 'node_modules/next/dist/bin/next')

/** The web process: our door, and Next behind it. */
export const WEB = join(ROOT, 'app/_door/main.ts')

/** Loaded before a part, so that it ends with the process that started it. */
export const FOLLOW_PARENT = join(ROOT, 'lib/cli/follow-parent.ts')
