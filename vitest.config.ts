import { defineConfig } from 'vitest/config'
import { NamedReport } from './scripts/vitest-report.ts'

/** A long run (npm run test:long) tries each property a thousand times. */
const patience = process.env['WEFT_LONG'] ? 60 : 1
const seconds = (count: number) => count * 1_000 * patience
/** What opens databases, sockets and processes is tried once more when it fails; the run names it, so that it gets mended. */
const retry = 1
const reportPath = process.env['WEFT_REPORT']
const setupFiles = ['tests/property-runs.ts']

/** Unit tests are pure and quick; server tests open databases of their own; both share loaded modules; crash and gate tests run the built program. */
export default defineConfig({
  test: {
    environment: 'node',
    reporters: reportPath ? ['default', new NamedReport(reportPath)] : ['default'],
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          setupFiles,
          include: ['tests/{domain,layout,contract,client,scripts}/**/*.test.{ts,tsx}'],
          testTimeout: seconds(90),
        },
      },
      {
        test: {
          name: 'server',
          retry,
          setupFiles,
          isolate: false,
          include: ['tests/server/**/*.test.ts'],
          testTimeout: seconds(60),
          hookTimeout: seconds(120),
        },
      },
      {
        test: {
          name: 'crash',
          retry,
          include: ['tests/crash/**/*.test.ts'],
          testTimeout: seconds(1_800),
          hookTimeout: seconds(120),
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'gates',
          retry,
          include: ['tests/gates/**/*.test.ts'],
          testTimeout: seconds(300),
          hookTimeout: seconds(300),
          fileParallelism: false,
        },
      },
    ],
  },
})
