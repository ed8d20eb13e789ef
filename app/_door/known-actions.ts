import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The server actions of a build, by the ids under which its pages call them. Each build gives them ids of its own, so that a
 * page that was opened before calls what is there no more.
 */
export function knownActions(folder: string): ReadonlySet<string> {
  const file = join(folder, 'server/server-reference-manifest.json')
  const { node, edge } = JSON.parse(readFileSync(file, 'utf8')) as Record<'node' | 'edge', object>
  return new Set([...Object.keys(node), ...Object.keys(edge)])
}
