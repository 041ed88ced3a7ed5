import type { Page } from '@playwright/test'
import { expect } from './journey.ts'

export const stage = (page: Page) => page.getByRole('main')
export const heading = (page: Page, name: string | RegExp) => stage(page).getByRole('heading', { level: 1, name })
export const here = (page: Page, name: string | RegExp) =>
  page.getByRole('list', { name: 'Phases' }).getByRole('button', { name }).and(page.locator('[aria-current=step]'))
export const said = (page: Page) => page.getByRole('list', { name: 'Said here' })

/** Goes to the walk of this week, and gives the sentences of its stops. */
export async function openWalk(page: Page, network: string): Promise<readonly string[]> {
  await page.goto(`${network}/walk`)
  await expect(page.getByRole('button', { name: 'Open the walk' })).toBeFocused()
  return page
    .getByRole('list', { name: 'Stops' })
    .getByRole('listitem')
    .filter({ hasNot: page.getByRole('heading') })
    .allTextContents()
}
