/**
 * One value for the whole process, made at the first call. A built server, and a development server at each change, holds
 * several copies of a module: a variable of a module is one copy's alone.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as { portal?: Map<string, unknown> }
  shared.portal ??= new Map()
  if (!shared.portal.has(name)) shared.portal.set(name, make())
  return shared.portal.get(name) as T
}
