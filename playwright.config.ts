import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './tests/support/chromium'
import { testPortal } from './tests/support/portal'

// The setup starts the portal on a free port, so only the processes that run the tests know its address.
const baseURL = process.env.TEST_WORKER_INDEX === undefined ? undefined : testPortal().url

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/support/e2e-setup.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  // Two files at a time, on one portal: a file that counts has a clinic of its own (support/own-clinics.ts).
  workers: 2,
  timeout: 120_000,
  reporter: 'list',
  projects: [
    { name: 'portal', testIgnore: /neutrality/ },
    // Reads every letter that the others have caused.
    { name: 'letters', testMatch: /neutrality/, dependencies: ['portal'] },
  ],
  use: {
    baseURL,
    browserName: 'chromium',
    launchOptions: chromiumOptions(),
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // It takes a third of the time of every test: `npx playwright test --trace retain-on-failure` where one fails.
    trace: 'off',
  },
})
