import { locales } from '@/db/enums'
import { Officer } from './helpers/officer'
import { pages } from './helpers/pages'
import { newScene, workOn } from './helpers/scene'
import { expect, test } from './test'

const slug = 'imed'

// A tab, a bookmark and a screen reader know a page by its title (WCAG 2.4.2).
for (const locale of locales) {
  test(`every page has a title of its own, in ${locale}`, async ({ open, sql }) => {
    const scene = await newScene(sql, slug)
    await workOn(sql, scene)
    const { page } = await signedIn(new Officer(await open(), `lead@${slug}.example`))
    const routes = new Map<string, string[]>()
    for (const [route, { for: audience, path, redirects }] of Object.entries(pages)) {
      if (audience === 'requester' || redirects || route.includes('...')) continue
      const response = await page.request.get(path(scene, locale))
      const ledElsewhere = new URL(response.url()).pathname !== path(scene, locale)
      if (!response.ok() || ledElsewhere) continue
      const title = /<title>([^<]*)<\/title>/.exec(await response.text())?.[1] ?? ''
      routes.set(title, [...(routes.get(title) ?? []), route])
    }
    expect(routes.size).toBeGreaterThan(15)
    expect([...routes.values()].filter((same) => same.length > 1)).toEqual([])
  })
}

async function signedIn(officer: Officer): Promise<Officer> {
  await officer.signIn()
  return officer
}
