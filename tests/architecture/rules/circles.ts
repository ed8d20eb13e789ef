import type { Module, Rule } from '../modules'

/** No file reaches itself, not even by its types: who reads one can stop somewhere. Each circle is told once, in full. */
export const circles: Rule = (modules) => {
  const byId = new Map(modules.map((module) => [module.id, module]))
  const done = new Set<Module>()
  const found: Module[][] = []
  const walk = (module: Module, trail: Module[]) => {
    const start = trail.indexOf(module)
    if (start >= 0) found.push(trail.slice(start))
    if (start >= 0 || done.has(module)) return
    for (const { target, isPackage } of module.imports) {
      const next = isPackage ? undefined : byId.get(target)
      if (next && next !== module) walk(next, [...trail, module])
    }
    done.add(module)
  }
  for (const module of modules) walk(module, [])
  return found.map((circle) => ({
    path: circle[0]?.path ?? '',
    what: [...circle, circle[0]].map((module) => module?.id).join(' → '),
  }))
}
