import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './journey.ts'

const views = ['outline', 'plan', 'walk', 'check', 'settings'] as const

for (const view of views)
  test(`${view} passes axe in both themes, without an error in the console`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`${await makeNetwork(page, 'sample')}/${view}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expectAccessibleInBothThemes(page)
    expect(errors).toEqual([])
  })

for (const width of [390, 320])
  test(`the list views reflow at ${width} px: nothing is wider than the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    const network = await makeNetwork(page, 'sample')
    for (const view of views) {
      await page.goto(`${network}/${view}`)
      await expect(page.getByRole('main')).not.toBeEmpty()
      await expect(page.getByText(/^Opening/)).toHaveCount(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(width)
    }
  })

test('the palette finds commands and records, and the sheet shows every key', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'sample')}/outline`)
  await expect(page.getByRole('treegrid', { name: 'Outline' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Search, or do something' }).fill('go walk')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/walk/)
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Next stop of the walk')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Phases' })).toBeVisible()
})

test('the sample goes with one command, and what was made stays', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'sample')}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('n')
  await page.keyboard.type('My own node')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(grid.getByRole('gridcell', { name: 'My own node' })).toBeVisible()
  await page.getByRole('button', { name: /^Sample/ }).click()
  await page.getByRole('menuitem', { name: 'Remove the sample' }).click()
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toHaveCount(0)
  await expect(grid.getByRole('gridcell', { name: 'My own node' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(grid.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
})

test('the bar is whole at every width: the name of the cycle is not cut, nothing stands over the edge, and no view is out of reach', async ({
  page,
}) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/map`)
  const cycle = page.getByRole('button', { name: /^Cycle: / })
  for (const width of [1280, 1024, 800, 390]) {
    await page.setViewportSize({ width, height: 720 })
    await expect(cycle).toBeVisible()
    await expect(page.getByRole('button', { name: /^Sample/ })).toBeVisible()
    const over = () =>
      page
        .getByRole('banner')
        .evaluate((bar) => [...bar.querySelectorAll('a, button')].filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5).length)
    await expect.poll(over, `${width} px`).toBe(0)
    const isWhole = () => cycle.evaluate((name) => [...name.querySelectorAll('span')].every((part) => part.scrollWidth <= part.clientWidth))
    if (width > 390) expect(await isWhole(), `${width} px`).toBe(true)
  }
  await page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Insights' }).click()
  await expect(page).toHaveURL(/\/insights/)
  await expect(page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name: 'Insights' })).toBeVisible()
})

test('a change by somebody else shows within moments', async ({ page, request }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await expect(grid.getByRole('gridcell', { name: 'Talent', exact: true })).toBeVisible()
  const { items, revision } = await (await request.get(`/api/v1/networks${network}/nodes`)).json()
  const talent = items.find(({ name }: { name: string }) => name === 'Talent')
  expect((await request.patch(`/api/v1/networks${network}/nodes/${talent.id}`, { data: { name: 'People who stay', revision } })).ok()).toBe(true)
  await expect(grid.getByRole('gridcell', { name: 'People who stay' })).toBeVisible()
})
