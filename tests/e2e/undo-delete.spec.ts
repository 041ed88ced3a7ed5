import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

test('a delete lists what goes with it, and undo brings all of it back', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'sample')}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  const before = await page.getByText(/^\d+ nodes · /).textContent()
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('Delete')
  const dialog = page.getByRole('dialog', { name: 'Delete node “New clients”?' })
  await expect(dialog).toContainText('key results')
  await expect(dialog).toContainText('exchanges')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: /^Delete all/ }).click()
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toHaveCount(0)
  await expect(page.getByText(/^Deleted node “New clients” and \d+ more/)).toBeVisible()

  await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click()
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
  await expect(page.getByText(/^\d+ nodes · /)).toHaveText(before ?? '')
  await page.reload()
  await expect(page.getByText(/^\d+ nodes · /)).toHaveText(before ?? '')
})

test('keeping it deletes nothing', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'sample')}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('Delete')
  await page.getByRole('button', { name: 'Keep it' }).click()
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
})
