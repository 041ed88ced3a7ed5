import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { owner } from './owner.ts'

test('the outline is built by keyboard: objective, key results by the grammar, a need, a check-in', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'value-network')}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('o')
  await page.keyboard.type('Clients choose us')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Clients choose us', exact: true })).toBeVisible()

  await page.keyboard.press('Tab')
  await expect(page.getByRole('textbox', { name: 'New key result' })).toBeFocused()
  await page.keyboard.type('Reduce churn 6% -> 4% by 31 mar @bea')
  await expect(page.getByRole('status', { name: 'Understood' })).toContainText('bea (new person)')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Reduce churn', exact: true })).toBeVisible()
  await page.keyboard.type('Keep NPS above 50 @ana')
  await expect(page.getByRole('status', { name: 'Understood' })).toContainText(owner.name)
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Keep NPS', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')

  await grid.getByRole('gridcell', { name: 'Reduce churn', exact: true }).click()
  await page.keyboard.press('r')
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await page.keyboard.type('Platform')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await page.keyboard.type('Usage numbers')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Asked Platform & tools')).toBeVisible()

  await grid.getByRole('gridcell', { name: 'Reduce churn', exact: true }).click()
  await page.keyboard.press('c')
  await expect(page.getByRole('textbox', { name: 'Value' })).toBeFocused()
  await page.keyboard.type('5.4')
  await page.keyboard.press('Tab')
  await page.keyboard.press('7')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('row', { name: /Reduce churn/ })).toContainText('5.4')
  await expectAccessible(page)
})

test('twenty rows pasted from a spreadsheet are twenty key results in one step of undo', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${await makeNetwork(page, 'value-network')}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  const rows = Array.from({ length: 20 }, (_, at) => `Result ${at + 1}\t${at}\t${at + 10}\tclients\t2027-03-31\tAna`)
  await page.evaluate((text) => navigator.clipboard.writeText(text), ['Key result\tFrom\tTo\tUnit\tDue\tOwner', ...rows].join('\n'))
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('ControlOrMeta+v')
  await expect(page.getByRole('dialog', { name: 'Add 20 key results?' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Add 20' }).click()
  await expect(page.getByText('Added 20 key results')).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: 'Result 20', exact: true })).toBeVisible()

  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/^Undone/)).toBeVisible()
  await expect(grid.getByRole('gridcell', { name: 'Result 20', exact: true })).toHaveCount(0)
  await expect(page.getByText('14 nodes', { exact: true })).toBeVisible()
})

test('five thousand key results scroll without more than a screenful of rows in the page', async ({ page }) => {
  const network = await makeNetwork(page, 'value-network')
  const api = `/api/v1/networks${network}`
  const [{ items: nodes }, { items: cycles }] = await Promise.all(
    [page.request.get(`${api}/nodes`), page.request.get(`${api}/cycles`)].map(async (each) => (await each).json()),
  )
  const objective = await (
    await page.request.post(`${api}/objectives`, { data: { title: 'Many', nodeId: nodes[0].id, cycleId: cycles[0].id } })
  ).json()
  for (let batch = 0; batch < 10; batch += 1) {
    const commands = Array.from({ length: 500 }, (_, at) => ({
      name: 'keyResult.create',
      input: {
        id: `kr_${batch}_${at}`,
        objectiveId: objective.item.id,
        title: `Result ${batch * 500 + at}`,
        metric: { kind: 'increase', baseline: 0, target: 10, current: at % 10 },
      },
    }))
    expect((await page.request.post(`${api}/commands`, { data: { commands } })).ok()).toBe(true)
  }
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell').first().click()
  await page.keyboard.press('Alt+4')
  await page.mouse.move(400, 400)
  await page.mouse.wheel(0, 60_000)
  await expect(grid.getByRole('gridcell', { name: 'Customer value', exact: true })).not.toBeInViewport()
  await page.keyboard.press('ControlOrMeta+End')
  await expect(grid.getByRole('gridcell', { name: 'People ops', exact: true })).toBeInViewport()
  expect(await grid.getByRole('row').count()).toBeLessThan(120)
  expect(Number(await grid.getAttribute('aria-rowcount'))).toBeGreaterThan(5_000)

  await page.goto(`${network}/outline?sel=kr:kr_8_250`)
  await expect(grid.getByRole('gridcell', { name: 'Result 4250', exact: true })).toBeInViewport()
})
