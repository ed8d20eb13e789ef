import { isWithin, type Module, packageOf, type Rule, type Violation } from '../modules'

/** Files of lib that are made for both sides, by their name or place. */
const shared = ['model', 'schemas', 'staff-schemas', 'rules', 'permissions', 'limits']
const sharedPlaces = ['lib/i18n', 'lib/text', 'lib/core/calendar-date', 'lib/core/links']
const serverPackages = [
  'drizzle-orm',
  'postgres',
  'pg-boss',
  'nodemailer',
  'next-auth',
  'temporal-polyfill',
  'server-only',
]

const mayReachBrowser = (id: string): boolean => {
  if (id.startsWith('lib/')) return isWithin(id, sharedPlaces) || shared.includes(id.split('/').at(-1) ?? '')
  if (id.startsWith('db/')) return id === 'db/enums' || /^db\/kinds\/(forms|.+\/form)$/.test(id)
  return !isWithin(id, ['emails', 'app/_server']) || ['app/_server/form-state', 'app/_server/form-object'].includes(id)
}

/**
 * What "use client" files pull into the browser, directly or through other files, is made for it. Types are free, and
 * a "use server" file is only called from there.
 */
export const browser: Rule = (modules) => {
  const byId = new Map(modules.map((module) => [module.id, module]))
  const seen = new Set<Module>()
  const found: Violation[] = []
  const visit = (module: Module) => {
    if (seen.has(module)) return
    seen.add(module)
    for (const { target, isPackage, typeOnly } of module.imports) {
      if (typeOnly) continue
      if (isPackage) {
        if (target.startsWith('node:') || serverPackages.includes(packageOf(target)))
          found.push({ path: module.path, what: `takes ${target} into the browser` })
        continue
      }
      const next = byId.get(target)
      if (next?.directives.includes('use server')) continue
      if (!mayReachBrowser(target)) found.push({ path: module.path, what: `takes ${target} into the browser` })
      else if (next) visit(next)
    }
  }
  modules.filter(({ directives }) => directives.includes('use client')).forEach(visit)
  return found
}
