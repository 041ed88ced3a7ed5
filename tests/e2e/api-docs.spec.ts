import { expect, expectAccessible, test } from './journey.ts'

test.use({ server: 'own' })

test('a developer finds a call, tries it, and sees the answer', async ({ page }) => {
  // the page holds every call: axe compares the colours of its fourteen thousand elements with what lies below them
  test.slow()
  const faults: string[] = []
  page.on('pageerror', ({ message }) => faults.push(message))
  await page.goto('/api/docs')
  await expectAccessible(page)

  await page.getByLabel('Find a call').fill('createNetwork')
  await expect(page.getByRole('status')).toHaveText('1 call')
  await page.getByText('Start a network from a template').click()
  await expectAccessible(page, '#createNetwork')
  await page.getByRole('button', { name: 'Send POST' }).click()
  await expect(page.getByLabel('Answer to createNetwork')).toContainText('201')

  await page.goto('/api/docs#listNodes')
  await page.reload()
  const form = page.getByRole('form', { name: 'Try listNodes' })
  await expect(form.getByLabel('network')).toHaveValue('bright-clinics')
  await form.getByText('Filters, sort and page').click()
  await form.getByLabel('limit').fill('1')
  await form.getByRole('button', { name: 'Send GET' }).press('Enter')
  await expect(page.getByLabel('Answer to listNodes')).toContainText('"nextCursor"')

  await page.goto('/api/docs#runCommands')
  const record = page.locator('#schema-Committed')
  await expect(record.getByRole('table')).toBeHidden()
  await page.locator('#runCommands').getByRole('link', { name: 'Committed' }).click()
  await expect(record.getByRole('table')).toBeVisible()
  await expectAccessible(page, '#schema-Committed')
  expect(faults).toEqual([])
})
