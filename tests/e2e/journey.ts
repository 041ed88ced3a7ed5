import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { claim, type SignedIn } from './owner.ts'
import { startWeft, type WeftServer } from './weft-server.ts'

type Journey = {
  /** whether the server has its owner already, who is signed in in every browser; `test.use({ isClaimed: false })` begins before that */
  readonly isClaimed: boolean
  readonly weft: WeftServer
  readonly signedIn: SignedIn | null
}

/** A browser journey: each test has the built program to itself, with an empty database; `page.goto('/')` is its first page. */
export const test = base.extend<Journey>({
  isClaimed: [true, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first argument
  weft: async ({}, use) => {
    const weft = await startWeft()
    await use(weft)
    await weft.stop()
  },
  baseURL: async ({ weft }, use) => {
    await use(weft.url)
  },
  signedIn: async ({ weft, isClaimed }, use) => {
    await use(isClaimed ? await claim(weft.url, weft.setupToken) : null)
  },
  storageState: async ({ signedIn }, use) => {
    await use(signedIn?.storageState)
  },
  // what a browser says by itself with a write, for the requests that a journey makes beside its page
  extraHTTPHeaders: async ({ weft }, use) => {
    await use({ origin: weft.url })
  },
})

/** Fails where axe finds anything on the page as it stands, or in one part of it, and says what and where. */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze()
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ target }) => `  ${target.join(' ')}`).join('\n')}`)
  expect(found, found.join('\n')).toEqual([])
}

export { expect }
