import type { Page } from '@playwright/test'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const card = (page: Page, name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('somebody is added in four interactions at most, ended with a day, and was in before that day', async ({ page }) => {
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/people`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/people and .* in \d+ nodes today/)
  await expectAccessible(page)
  const acts = interactions(page)
  await acts.click(page.getByRole('button', { name: 'Add somebody to Culture' }))
  await acts.type('Nia Brand')
  await acts.press('Enter')
  expect(acts.count()).toBeLessThanOrEqual(4)
  await expect(card(page, 'Culture').getByRole('button', { name: 'Nia Brand', exact: true })).toBeVisible()

  await card(page, 'Culture').getByRole('button', { name: 'Change how Nia Brand takes part' }).click()
  const editor = page.getByRole('form', { name: 'How Nia Brand takes part' })
  await editor.getByLabel('First day').fill('2026-01-01')
  await editor.getByLabel('First day').blur()
  await editor.getByLabel('Last day').fill('2026-03-31')
  await editor.getByRole('button', { name: 'End on this day' }).click()
  await expect(card(page, 'Culture').getByRole('button', { name: 'Nia Brand', exact: true })).toBeHidden()
  await page.goto(`${address}/people?on=2026-03-31`)
  await expect(card(page, 'Culture').getByRole('button', { name: 'Nia Brand', exact: true })).toBeVisible()
  await page.goto(`${address}/people?on=2026-04-01`)
  await expect(card(page, 'Culture')).toBeVisible()
  await expect(card(page, 'Culture').getByRole('button', { name: 'Nia Brand', exact: true })).toBeHidden()
})

test('someone at a partner is a placeholder until somebody says who it is, and keeps the place', async ({ page }) => {
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/people`)
  await page.getByRole('button', { name: 'Add somebody to Partnerships' }).click()
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('someone at Harbour Freight')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Partnerships')).toContainText('not known by name')
  await page.getByRole('button', { name: 'By person' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'say who it is' }).first().click()
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('Elif Kaya')
  await page.keyboard.press('Enter')
  await expect(card(page, 'Elif Kaya')).toContainText('Partnerships')
  await expect(page.getByText('someone at Harbour Freight', { exact: true })).toBeHidden()
})

test('what joins two teams is told in a sentence and shown on the map', async ({ page }) => {
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/people?by=glue`)
  for (const [label, name] of [
    ['One team or person: none', 'Growth circle'],
    ['The other team or person: none', 'Client care'],
  ] as const) {
    await page.getByRole('button', { name: label }).click()
    await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
    await page.keyboard.type(name)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText(/^Growth circle and Client care are joined by 3 exchanges/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Show on the map' }).click()
  await expect(page.getByText(/^\d nodes lit$/)).toBeVisible()
  const dim = page.locator('[data-part="node"][data-ink="dim"]')
  await expect(dim.first()).toBeAttached()
  await page.getByRole('button', { name: 'Show all nodes alike' }).click()
  await expect(dim).toHaveCount(0)
})
