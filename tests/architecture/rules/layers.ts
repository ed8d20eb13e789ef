import { isWithin, type Module, packageOf, type Rule, type Violation } from '../modules'

/** The HTTP server before the pages: it lives with the app, and knows nothing of its screens. */
const DOOR = 'app/_door'

/** What each layer may take from. */
const below: Record<string, readonly string[]> = {
  [DOOR]: [DOOR, 'lib', 'db/enums'],
  app: ['app', 'lib', 'db', 'emails'],
  lib: ['lib', 'db', 'emails'],
  db: ['db'],
  emails: ['emails', 'db/enums'],
}

/** Frameworks of screens, which the domain and the leaves must not know. */
const screens = ['next', 'next-auth', 'next-intl', 'react', 'react-dom']
const isScreen = (name: string) => screens.includes(name) || name.startsWith('@mantine/') || name.startsWith('@react-')

/** Where rendering is the very job. */
const renderers: Record<string, readonly string[]> = {
  [`${DOOR}/main`]: ['next'],
  'lib/documents': ['@react-pdf/renderer'],
  'lib/mail/render': ['@react-email/render'],
  emails: ['react', '@react-email/components'],
}

const layerOf = (id: string) => (isWithin(id, [DOOR]) ? DOOR : (id.split('/')[0] ?? ''))

/** app → lib → db, emails, and the door before app. Nothing but tests imports tests. */
export const layers: Rule = (modules) => modules.filter(({ isTest }) => !isTest).flatMap(check)

function check(module: Module): Violation[] {
  const { id, path, imports } = module
  const allowed = below[layerOf(id)]
  if (!allowed) return []
  const found: string[] = []
  for (const { target, isPackage, typeOnly } of imports) {
    if (id === 'db/enums') found.push(`imports ${target}, and the vocabularies import nothing`)
    else if (isPackage) {
      if (layerOf(id) === 'app' || !isScreen(packageOf(target))) continue
      const renders = Object.entries(renderers).some(
        ([place, packages]) => isWithin(id, [place]) && packages.includes(packageOf(target)),
      )
      if (!renders) found.push(`imports ${target}: only app knows the screen`)
    } else if (target === 'package.json') continue
    else if (!isWithin(target, allowed) || /\.(test|test-support)$/.test(target)) found.push(`imports ${target}`)
    else if (id.startsWith('emails') && target === 'db/enums' && !typeOnly) found.push(`imports values of ${target}`)
  }
  return found.map((what) => ({ path, what }))
}
