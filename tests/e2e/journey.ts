import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { startWeft, type WeftServer } from './weft-server.ts'

/** A browser journey: each test has the built program to itself, with an empty database; `page.goto('/')` is its first page. */
export const test = base.extend<{ weft: WeftServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first argument
  weft: async ({}, use) => {
    const weft = await startWeft()
    await use(weft)
    await weft.stop()
  },
  baseURL: async ({ weft }, use) => {
    await use(weft.url)
  },
})

/** Fails where axe finds anything on the page as it stands, and says what and where. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target }) => `  ${target.join(' ')}`).join('\n')}`)
  expect(found, found.join('\n')).toEqual([])
}

export { expect }
