import { join } from 'node:path'
import { expect, expectAccessible, test } from './journey.ts'

test.use({ server: 'own' })

const golden = join(import.meta.dirname, '../fixtures/value-network.weft.json')

test('a file is imported from the welcome page and its chain can be read', async ({ page }) => {
  await page.goto('/welcome')
  await page.getByLabel('Import a file').setInputFiles(golden)
  await expect(page).toHaveURL(/\/net_golden\/map/)
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Chain' }).click()
  await expect(page).toHaveURL(/\/chain/)
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await expect(page.getByRole('treegrid', { name: 'Outline' })).toContainText('5 new clients')
  await expect(page.getByText(/8 nodes · 10 key results/)).toBeVisible()
})

test('a file with faults is refused whole, each fault by its path', async ({ page }) => {
  await page.goto('/welcome')
  const broken = {
    format: 'weft/1',
    network: { id: 'n', name: 'Broken' },
    areas: [{ id: 'a', name: 'A' }],
    nodes: [{ id: 'x', areaId: 'nowhere', name: 'X' }],
  }
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'broken.weft.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(broken)) })
  await expect(page.getByRole('alert', { name: 'Faults of the file' })).toContainText('nodes[0].areaId')
  await expectAccessible(page)
  expect((await (await page.request.get('/api/v1/networks')).json()).items).toEqual([])
})
