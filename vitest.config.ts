import { defineConfig } from 'vitest/config'

const seconds = (count: number) => count * 1_000

/** Unit tests are pure and quick; server tests open databases; crash and gate tests run the built program. */
export default defineConfig({
  test: {
    environment: 'node',
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{domain,layout,contract,client,scripts}/**/*.test.{ts,tsx}'],
          testTimeout: seconds(20),
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          testTimeout: seconds(30),
          hookTimeout: seconds(60),
        },
      },
      {
        test: {
          name: 'crash',
          include: ['tests/crash/**/*.test.ts'],
          testTimeout: seconds(1_800),
          hookTimeout: seconds(120),
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'gates',
          include: ['tests/gates/**/*.test.ts'],
          testTimeout: seconds(300),
          hookTimeout: seconds(300),
          fileParallelism: false,
        },
      },
    ],
  },
})
