import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS } from './test/setup/find-browser.mjs';

// A name that is not localhost, whose pages browsers trust less.
const PLAIN_HOST = '--host-resolver-rules=MAP plain.test 127.0.0.1';
const executablePath = process.env['CHROMIUM_PATH'];

/** End-to-end tests on the built product; each worker serves `dist` under a deep sub-path (test/e2e/site.ts). */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/e2e.json' }]],
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env['CI']),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...BROWSER_ARGUMENTS, PLAIN_HOST] },
    locale: 'en-GB',
    viewport: { width: 1400, height: 960 },
    screenshot: 'only-on-failure'
  }
});
