import type { Browser, Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

/** Opens the name of the network in the settings and types another, while somebody else has changed it and this page has not heard of it. */
async function editStale(page: Page, browser: Browser): Promise<void> {
  await page.route('**/events?*', (route) => route.abort())
  const network = await makeNetwork(page, 'blank')
  await page.goto(`${network}/settings`)
  const { request: somebodyElse } = await invite(page, browser, { network, role: 'owner' })
  await expect(page.getByRole('button', { name: 'Name: Bright Clinics. Edit' })).toBeVisible()
  const { item, revision } = await (await somebodyElse.get(`/api/v1/networks${network}`)).json()
  expect(item.name).toBe('Bright Clinics')
  const patched = await somebodyElse.patch(`/api/v1/networks${network}`, { data: { name: 'Their name', revision } })
  expect(patched.ok()).toBe(true)
  await page.getByRole('button', { name: 'Name: Bright Clinics. Edit' }).click()
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('My name')
  await page.keyboard.press('Enter')
}

test('a stale edit shows both values; mine can be kept', async ({ page, browser }) => {
  await editStale(page, browser)
  const dialog = page.getByRole('dialog', { name: /Gus Guest changed/ })
  await expect(dialog.getByRole('cell', { name: 'My name' })).toBeVisible()
  await expect(dialog.getByRole('cell', { name: 'Their name' })).toBeVisible()
  await expect(dialog.getByText(/Gus Guest changed this (just now|\d+ s ago)/)).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Keep mine' }).click()
  await expect(page.getByRole('button', { name: 'Network: My name' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Network: My name' })).toBeVisible()
})

test('a stale edit shows both values; theirs can be taken', async ({ page, browser }) => {
  await editStale(page, browser)
  await page
    .getByRole('dialog', { name: /Gus Guest changed/ })
    .getByRole('button', { name: 'Take theirs' })
    .click()
  await expect(page.getByRole('button', { name: 'Network: Their name' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Copy mine' })).toBeVisible()
})
