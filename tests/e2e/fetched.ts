import { expect, type Page } from '@playwright/test'

/** Whether the browser has fetched what it fetches ahead, a while after the view stood: scripts of a second wave, and none since. */
function isFetched(): boolean {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
  const first = Math.min(...scripts.map(({ startTime }) => startTime))
  const last = Math.max(...scripts.map(({ startTime, duration }) => startTime + duration))
  return last > first + 2_400 && performance.now() > last + 1_500
}

/** Waits until a page could go on without its server: everything that it fetches ahead is there. */
export async function everythingFetched(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(isFetched), { timeout: 20_000 }).toBe(true)
}
