import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

test('nothing found, nothing left by the filter and a value that does not fit say so, and pass axe', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'Hospital groups under contract', exact: true }).click()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Value' })).toBeFocused()
  await page.keyboard.type('abc')
  await page.keyboard.press('Enter')
  await expect(page.getByText('“abc” does not fit. Write a number of groups.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search, or do something' }).fill('zzzqqq')
  await expect(page.getByText('Nothing like “zzzqqq”.')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.goto(`${network}/outline?q=zzzqqq`)
  await expect(page.getByRole('heading', { name: 'Nothing fits the filter' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: /^Show all/ }).click()
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
})

test('a blank network says in every list view how to begin; one press begins', async ({ page }) => {
  const network = await makeNetwork(page, 'blank')
  for (const [view, title] of [
    ['plan', /^Nobody plans/],
    ['walk', 'There is nothing to walk through yet'],
    ['check', 'There are no nodes yet'],
    ['coffee', 'There are no nodes yet'],
  ] as const) {
    await page.goto(`${network}/${view}`)
    await expect(page.getByRole('heading', { name: title })).toBeVisible()
  }
  await page.goto(`${network}/outline`)
  await expect(page.getByRole('button', { name: 'Add the first node' })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'New node' })).toBeFocused()
  await page.keyboard.type('New clients')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await page.keyboard.type('Contracts 10 -> 20')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('gridcell', { name: 'Contracts', exact: true })).toBeVisible()
  await expect(page.getByRole('gridcell', { name: '? → 20', exact: true })).toBeVisible()
})
