import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { writeFileSync } from 'node:fs'
import puppeteer from 'puppeteer-core'
import { Builder, By, until } from 'selenium-webdriver'
import { freePort } from '@/db/embedded'
import { chromiumOptions } from '../support/chromium'
import { type Engine, findEngine } from './engines'

export interface Size {
  width: number
  height: number
}

/** The little that a walk needs of a browser, whatever drives it. Selectors are CSS; each waits until it finds. */
export interface Driver {
  open(url: string): Promise<void>
  type(selector: string, text: string): Promise<void>
  press(selector: string): Promise<void>
  /** What stands there, once it is there. */
  read(selector: string): Promise<string>
  /** Runs an expression in the page. */
  evaluate<T>(expression: string): Promise<T>
  picture(path: string): Promise<void>
  close(): Promise<void>
}

/** Starts the engine with a window of the size; undefined where it is not on this machine. */
export async function startEngine(engine: Engine, size: Size): Promise<Driver | undefined> {
  const places = findEngine(engine)
  if (!places) return undefined
  return places.driver ? startWebKit(places.binary, places.driver, size) : startPuppeteer(engine, places.binary, size)
}

/** Chromium by its own protocol, Firefox by WebDriver BiDi. */
async function startPuppeteer(engine: Engine, executablePath: string, size: Size): Promise<Driver> {
  const isFirefox = engine === 'firefox'
  const browser = await puppeteer.launch({
    browser: isFirefox ? 'firefox' : 'chrome',
    executablePath,
    args: isFirefox ? [] : chromiumOptions().args,
    defaultViewport: size,
  })
  const page = await browser.newPage()
  const find = async (selector: string) => {
    const found = await page.waitForSelector(selector, { visible: true })
    if (!found) throw new Error(`No ${selector}`)
    return found
  }
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: 'load' })),
    type: async (selector, text) => (await find(selector)).type(text),
    press: async (selector) => (await find(selector)).click(),
    read: async (selector) => (await find(selector)).evaluate((element) => element.textContent),
    evaluate: (expression) => page.evaluate(expression) as never,
    picture: async (path) => void (await page.screenshot({ path, fullPage: true })),
    close: () => browser.close(),
  }
}

/** WebKitGTK by WebDriver, on a screen of its own. */
async function startWebKit(binary: string, driver: string, size: Size): Promise<Driver> {
  const screen = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [display] = await once(createInterface(screen.stdout), 'line')
  const port = await freePort()
  const server = spawn(driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${String(display)}`, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
    stdio: 'ignore',
  })
  const session = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary, args: ['--automation', `--geometry=${size.width}x${size.height + 60}`] },
    })
    .build()
  await session.manage().window().setRect({ x: 0, y: 0, width: size.width, height: size.height })
  const find = async (selector: string) =>
    session.wait(until.elementIsVisible(await session.wait(until.elementLocated(By.css(selector)), 20_000)), 20_000)
  return {
    open: (url) => session.get(url),
    type: async (selector, text) => (await find(selector)).sendKeys(text),
    press: async (selector) => (await find(selector)).click(),
    read: async (selector) => (await find(selector)).getText(),
    evaluate: (expression) => session.executeScript(`return ${expression}`),
    picture: async (path) => {
      // WebKit answers with what it painted last.
      await session.executeAsyncScript('requestAnimationFrame(() => requestAnimationFrame(arguments[0]))')
      writeFileSync(path, await session.takeScreenshot(), 'base64')
    },
    close: async () => {
      await session.quit()
      server.kill()
      screen.kill()
    },
  }
}
