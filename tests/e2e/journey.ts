import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'
import { claim, type SignedIn } from './owner.ts'
import { startWeft, type WeftServer } from './weft-server.ts'

/** A server with its owner, for as long as the process of the tests lives. */
type Kept = { readonly weft: WeftServer; readonly signedIn: SignedIn }

type Worker = { readonly keptServer: () => Promise<Kept> }

type Journey = {
  /** one server for many journeys, each with a network of its own; or a server to itself, for those that stop it or change what all networks share */
  readonly server: 'shared' | 'own'
  /** whether the server has its owner already, who is signed in in every browser; `test.use({ isClaimed: false })` begins before that */
  readonly isClaimed: boolean
  readonly weft: WeftServer
  readonly signedIn: SignedIn | null
}

async function startKept(): Promise<Kept> {
  const weft = await startWeft()
  return { weft, signedIn: await claim(weft.url, weft.setupToken) }
}

/**
 * A browser journey on the built program. It begins with an empty network list only where it asks for a server to itself:
 * `test.use({ server: 'own' })`.
 */
export const test = base.extend<Journey, Worker>({
  server: ['shared', { option: true }],
  isClaimed: [true, { option: true }],
  keptServer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright demands a destructured first argument
    async ({}, use) => {
      let kept: Promise<Kept> | undefined
      await use(() => {
        kept ??= startKept()
        return kept
      })
      await (await kept)?.weft.stop()
    },
    { scope: 'worker' },
  ],
  weft: async ({ server, keptServer }, use) => {
    if (server === 'shared') return use((await keptServer()).weft)
    const weft = await startWeft()
    await use(weft)
    await weft.stop()
  },
  baseURL: async ({ weft }, use) => {
    await use(weft.url)
  },
  signedIn: async ({ server, keptServer, weft, isClaimed }, use) => {
    if (server === 'shared') return use((await keptServer()).signedIn)
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

/** Turns the page to a theme, and waits until it has its colours. */
export async function turnTo(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme)
}

/** The same in the light and in the dark theme, of the page as it stands. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await turnTo(page, colorScheme)
    await expectAccessible(page)
  }
}

export { expect }
