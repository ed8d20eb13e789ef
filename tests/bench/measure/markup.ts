import { chromium } from '@playwright/test'
import { chromiumOptions } from '../../support/chromium'
import type { PublicPage } from '../access'

/** What stands in the body of each page, as plain data: what a bare server needs to send the same elements. */
export async function recordMarkup(url: string, pages: readonly PublicPage[]): Promise<Record<string, unknown>> {
  const browser = await chromium.launch(chromiumOptions())
  try {
    const recorded: Record<string, unknown> = {}
    for (const { name, path, headers } of pages) {
      const page = await browser.newPage({ javaScriptEnabled: false, extraHTTPHeaders: headers })
      await page.goto(url + path)
      // The compiler of scripts names functions by a helper that no page has.
      await page.evaluate('globalThis.__name = (value) => value')
      recorded[name] = await page.evaluate(readBody)
      await page.close()
    }
    return recorded
  } finally {
    await browser.close()
  }
}

type Markup = string | [string, Record<string, string>, Markup[]]

/** Runs in the browser. Names are React's where HTML's differ; scripts and inline styles are left out. */
function readBody(): Markup {
  const names: Record<string, string> = {
    class: 'className',
    for: 'htmlFor',
    value: 'defaultValue',
    maxlength: 'maxLength',
  }
  const read = (node: Element): Markup => {
    const attributes = [...node.attributes].filter(({ name }) => name !== 'style' && !name.startsWith('on'))
    const children = [...node.childNodes].flatMap((child): Markup[] => {
      if (child instanceof Text) return [child.data]
      return child instanceof Element && child.tagName !== 'SCRIPT' ? [read(child)] : []
    })
    const isField = node instanceof HTMLTextAreaElement
    return [
      node instanceof HTMLElement ? node.tagName.toLowerCase() : node.tagName,
      Object.fromEntries(attributes.map(({ name, value }) => [names[name] ?? name, value])),
      isField ? [] : children,
    ]
  }
  return ['div', {}, [...document.body.children].filter(({ tagName }) => tagName !== 'SCRIPT').map(read)]
}
