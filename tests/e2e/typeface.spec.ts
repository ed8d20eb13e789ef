import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Locale, locales } from '@/db/enums'
import { paths } from '@/lib/core/links'
import { chromiumOptions } from '../support/chromium'
import { testPortal } from '../support/portal'
import { Officer } from './helpers/officer'
import { newScene, workOn } from './helpers/scene'
import { expect, test } from './test'

// Most people have an Arial, and Linux has none: here one is installed for one browser, with Russian letters in it.

const slug = 'imed'

/** What a page of the language is drawn with, by the first of the letters that a face claims. */
const faces: Record<Locale, string[]> = { ru: ['U+20-7E', 'U+401'], en: ['U+20-7E'] }

let folder: string
let browser: Browser

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arial-'))
  const options = chromiumOptions()
  browser = await chromium.launch({ ...options, env: { ...process.env, FONTCONFIG_FILE: installArial(folder) } })
})

test.afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

for (const locale of locales) {
  test(`every letter of ${locale} pages is in the portal's typeface, Arial or not`, async ({ sql }) => {
    const scene = await newScene(sql, slug)
    await workOn(sql, scene)
    const page = await browser.newPage({ baseURL: testPortal().url })
    await page.goto(paths.operators(locale))
    const hasArial = page.evaluate(() => new FontFace('Probe', 'local(Arial)').load().then(({ status }) => status))
    await expect(hasArial).resolves.toBe('loaded')
    await new Officer(page, `lead@${slug}.example`, locale).signIn()
    for (const path of [
      paths.operators(locale),
      paths.operator(locale, slug),
      paths.newRequest(locale, slug, 'deletion'),
      paths.receipt(locale, slug, scene.receipt),
      paths.queue(locale, slug),
      paths.request(locale, slug, scene.requestId),
      paths.settings(locale, slug),
    ]) {
      await page.goto(path)
      await page.evaluate(() => document.fonts.ready)
      expect.soft(await fontsOf(page), path).toEqual(['Golos Text'])
      expect.soft(await loadedFaces(page), path).toEqual(expect.arrayContaining(faces[locale]))
    }
    await page.close()
  })
}

for (const locale of locales) {
  test(`a ${locale} page asks early for the files of its language alone`, async ({ open }) => {
    const page = await open()
    const answer = await page.goto(paths.operator(locale, slug))
    const early = (await answer?.headerValue('link'))?.match(/as="font"/g)
    expect(early).toHaveLength(faces[locale].length)
    await page.evaluate(() => document.fonts.ready)
    const used = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.woff2'))
        .map(({ name }) => name),
    )
    expect(new Set(used).size, 'no file is fetched twice').toBe(used.length)
  })
}

/** The faces that were loaded, by the first of their letters. */
const loadedFaces = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ unicodeRange }) => unicodeRange.split(',')[0]?.toUpperCase() ?? ''),
  )

/** The fonts that the letters of the page were really drawn in: by name, and marked where they are installed ones. */
async function fontsOf(page: Page): Promise<string[]> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeIds } = await devtools.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'body *' })
  const found = new Set<string>()
  for (const nodeId of nodeIds) {
    // What scripts have drawn anew meanwhile is a node no more.
    const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId }).catch(() => ({ fonts: [] }))
    for (const { familyName, isCustomFont } of fonts) found.add(isCustomFont ? familyName : `${familyName}, installed`)
  }
  return [...found]
}

/** A copy of an installed font with Russian letters, under the name of Arial. Returns the settings that know it. */
function installArial(into: string): string {
  const file = execFileSync('fc-match', ['-f', '%{file}', 'sans:lang=ru'], { encoding: 'utf8' })
  copyFileSync(file, join(into, 'arial.ttf'))
  const settings = join(into, 'fonts.conf')
  const names = ['family', 'fullname', 'postscriptname']
  const edits = names.map((name) => `<edit name="${name}" mode="assign"><string>Arial</string></edit>`).join('')
  writeFileSync(
    settings,
    `<fontconfig><dir>${into}</dir><cachedir>${into}/cache</cachedir><match target="scan">${edits}</match></fontconfig>`,
  )
  return settings
}
