import { defineConfig, devices } from '@playwright/test'
import { chromiumPlaces, findProgram } from './scripts/find-program.ts'

const quietFlags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const isRoot = process.getuid?.() === 0

/** The journeys start their own servers (tests/e2e/journey.ts): each has a database of its own. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: process.env['WEFT_REPORT'] ? [['list'], ['json', { outputFile: process.env['WEFT_REPORT'] }]] : [['list']],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: findProgram(chromiumPlaces) ?? '/usr/bin/chromium',
      args: isRoot ? ['--no-sandbox', ...quietFlags] : quietFlags,
    },
  },
})
