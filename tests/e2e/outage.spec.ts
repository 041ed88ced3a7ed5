import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, test } from './journey.ts'

const grid = (page: Page) => page.getByRole('treegrid', { name: 'Outline' })
const cell = (page: Page, name: string) => grid(page).getByRole('gridcell', { name, exact: true })

/** Whether the browser has fetched what it fetches ahead, a while after the view stood: scripts of a second wave, and none since. */
function isFetched(): boolean {
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
  const first = Math.min(...scripts.map(({ startTime }) => startTime))
  const last = Math.max(...scripts.map(({ startTime, duration }) => startTime + duration))
  return last > first + 2_400 && performance.now() > last + 1_500
}

async function openOutline(page: Page, network: string): Promise<void> {
  await page.goto(`${network}/outline`)
  await expect(grid(page)).toBeVisible()
  await expect.poll(() => page.evaluate(isFetched), { timeout: 20_000 }).toBe(true)
}

test('edits made while the server is away show, survive a reload and are saved when it is back', async ({ page, weft }) => {
  const network = await makeNetwork(page, 'value-network')
  await openOutline(page, network)
  await weft.kill()
  await expect(page.getByText('Not connected')).toBeVisible()

  await cell(page, 'New clients').click()
  await page.keyboard.press('k')
  await page.keyboard.type('Contracts 10 -> 20 by 31 mar')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'Contracts')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Not connected · 1 change waits')).toBeVisible()

  await page.close()
  await weft.again()
  const later = await page.context().newPage()
  await later.goto(`${network}/outline`)
  await expect(later.getByText('A change that was waiting is saved.')).toBeVisible()
  await later.reload()
  await expect(cell(later, 'Contracts')).toBeVisible()
  await expect(cell(later, 'Untitled objective')).toBeVisible()
})

test('a page that stays open goes on by itself when the server is back', async ({ page, weft }) => {
  await openOutline(page, await makeNetwork(page, 'value-network'))
  await weft.kill()
  await cell(page, 'New clients').click()
  await page.keyboard.press('o')
  await page.keyboard.type('Clients stay')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Not connected · 1 change waits')).toBeVisible()
  await weft.again()
  await expect(page.getByText('Connected again. Everything is saved.')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(cell(page, 'Clients stay')).toBeVisible()
})
