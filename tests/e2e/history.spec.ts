import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const changes = (page: Page) => page.getByRole('list', { name: 'Changes' })
const detail = (page: Page) => page.getByRole('region', { name: /^Change \d+$/ })

/** Deletes a node with what hangs on it, through the API. */
async function deleteNode(page: Page, network: string, name: string): Promise<void> {
  const { items } = await (await page.request.get(`/api/v1/networks${network}/nodes`)).json()
  const { id } = items.find((node: { name: string }) => node.name === name)
  const gone = await page.request.post(`/api/v1/networks${network}/commands`, {
    data: { commands: [{ name: 'node.delete', input: { id, carry: true } }] },
  })
  expect(gone.ok(), await gone.text()).toBe(true)
}

async function addNode(page: Page, network: string, name: string): Promise<void> {
  const { items } = await (await page.request.get(`/api/v1/networks${network}/areas`)).json()
  const made = await page.request.post(`/api/v1/networks${network}/nodes`, { data: { name, areaId: items[0].id } })
  expect(made.ok(), await made.text()).toBe(true)
}

test('what was deleted is found in the history by keys, and comes back with all that went with it', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/outline`)
  const totals = page.getByText(/^\d+ nodes · /)
  const before = await totals.textContent()
  await deleteNode(page, network, 'New clients')
  await expect(totals).not.toHaveText(before ?? '')
  await page.keyboard.press('g')
  await page.keyboard.press('h')
  await expect(changes(page).getByRole('button', { name: /Deleted node “New clients” and \d+ more/ })).toBeVisible()
  await page.keyboard.press('j')
  await expect(detail(page).getByRole('heading', { name: /^Deleted node “New clients”/ })).toBeVisible()
  await expect(detail(page).getByRole('list', { name: 'Differences' })).toContainText('New clients')
  await expectAccessible(page)
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Restore node “New clients”?' })
  await expect(dialog).toContainText(/key results.* come back with it/)
  await expect(dialog.getByRole('button', { name: /^Restore all \d+/ })).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('New clients')
  await expect(detail(page).getByText('It is back.').first()).toBeVisible()
  await page.goto(`${network}/outline`)
  await expect(totals).toHaveText(before ?? '')
  await expect(page.getByRole('gridcell', { name: 'New clients', exact: true })).toBeVisible()
})

test('what hangs on something that is gone says what has to come back first, and leads there', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await deleteNode(page, network, 'New clients')
  await page.goto(`${network}/history?open=r2`)
  await expect(detail(page)).toContainText('objective')
  await detail(page).getByRole('button', { name: 'Restore Hospital groups choose us for their whole cold chain' }).click()
  const dialog = page.getByRole('dialog', { name: /^Restore objective/ })
  await expect(dialog.getByRole('alert')).toContainText('Restore that first')
  await dialog.getByRole('button', { name: 'Go to node “New clients”' }).click()
  await page
    .getByRole('dialog', { name: 'Restore node “New clients”?' })
    .getByRole('button', { name: /^Restore all/ })
    .click()
  await expect(detail(page).getByText('It is back.').first()).toBeVisible()
})

test('the list is narrowed to one person, and what others do meanwhile waits above it', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/history`)
  const guest = await invite(page, browser, { network, role: 'editor' })
  await addNode(guest, network, 'Made by the guest')
  await addNode(page, network, 'Made by the owner')
  await page.goto(`${network}/history`)
  await expect(changes(page).getByRole('button', { name: /Made by the guest/ })).toBeVisible()
  await addNode(guest, network, 'Made while one reads')
  await page.getByRole('button', { name: '1 new change' }).click()
  await expect(changes(page).getByRole('button', { name: /Made while one reads/ })).toBeVisible()
  await page.getByRole('button', { name: /^Who: none/ }).click()
  await expect(page.getByRole('combobox', { name: 'Who' })).toBeFocused()
  await page.keyboard.type('Gus')
  await page.keyboard.press('Enter')
  await expect(changes(page).getByRole('button', { name: /Made by the owner/ })).toBeHidden()
  await expect(changes(page).getByRole('button', { name: /Made by the guest/ })).toBeVisible()
  await expect(page).toHaveURL(/who=/)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^\d changes? by 1 person/)
  await guest.context().close()
})

test('a viewer reads what happened and is offered nothing that changes it', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'sample')
  await deleteNode(page, network, 'New clients')
  await page.goto(`${network}/history`)
  const viewer = await invite(page, browser, { network, role: 'viewer', name: 'Vic Viewer' })
  await viewer.goto(`${network}/history?open=r2`)
  await expect(detail(viewer).getByRole('list', { name: 'Differences' })).toContainText('New clients')
  await expect(detail(viewer).getByRole('link', { name: 'Compare with now' })).toBeVisible()
  for (const name of [/^Restore/, /^Why/, /^Name this moment/]) await expect(viewer.getByRole('button', { name })).toHaveCount(0)
  await viewer.context().close()
})

test('a moment gets a name and a change its reason by keys; the report counts it and leads to its list', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await addNode(page, network, 'Data protection')
  await page.goto(`${network}/history`)
  await expect(changes(page).getByRole('button', { name: /Added node “Data protection”/ })).toBeVisible()
  await page.keyboard.press('j')
  await expect(detail(page).getByRole('heading', { name: /Data protection/ })).toBeVisible()
  await page.keyboard.press('w')
  const reason = page.getByRole('form', { name: 'Why this was changed' })
  await reason.getByRole('radio', { name: /external/ }).check()
  await reason.getByRole('textbox', { name: 'In a few words' }).fill('a new law')
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('external: a new law')
  await page.keyboard.press('n')
  await page.getByRole('form', { name: 'Name this moment' }).getByRole('textbox', { name: 'Name', exact: true }).fill('After the law')
  await page.keyboard.press('Enter')
  await expect(detail(page)).toContainText('“After the law”')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Named snapshots' }).getByRole('link', { name: 'After the law' })).toHaveAttribute('href', /at=r2/)

  await page.getByRole('button', { name: 'By reason' }).click()
  await expect(page.getByText(/^1 change of structure, .*: 1 external\.$/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '1 changes: External. Show them' }).click()
  await expect(changes(page).getByRole('button', { name: /Data protection/ })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^1 change .*all of structure\.$/)
})

test('whoever changes the structure of a network that stands is asked why, answers with one key, and goes on', async ({ page }) => {
  const document = JSON.parse(readFileSync(new URL('../fixtures/value-network.weft.json', import.meta.url), 'utf8'))
  // under an id that no other journey has taken, and that tells no day: a network that was made today is asked nothing
  const imported = await page.request.post('/api/v1/import', { data: { ...document, network: { ...document.network, id: 'net_why', slug: 'why' } } })
  const network = `/${(await imported.json()).networkId}`
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'Brand awareness', exact: true }).click()
  await page.keyboard.press('n')
  await page.keyboard.type('Data protection')
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('gridcell', { name: 'Data protection', exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  const why = page.getByRole('form', { name: 'Why this change?' })
  await expect(why).toBeVisible()
  // it stays for as long as the pointer rests on it, however long the check takes
  await why.hover()
  await expectAccessible(page, 'form[aria-label="Why this change?"]')
  await page.keyboard.press(';')
  await expect(why).toContainText('Noted: external.')
  await page.goto(`${network}/history?why=external`)
  await expect(changes(page).getByRole('button', { name: /Added node “Data protection”.*external/ })).toBeVisible()
})

const forms = ['', '?open=r2', '?show=moments', '?show=report'] as const

async function openForm(page: Page, network: string, form: (typeof forms)[number]): Promise<void> {
  await page.goto(`${network}/history${form}`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

for (const theme of ['light', 'dark'] as const)
  test(`the history passes axe in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const network = await makeNetwork(page, 'sample')
    await addNode(page, network, 'Data protection')
    for (const form of forms) {
      await openForm(page, network, form)
      await expectAccessible(page)
    }
  })

test('the history reflows to 390 and 320 px: nothing is wider than the screen', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await addNode(page, network, 'Data protection')
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 })
    for (const form of forms) {
      await openForm(page, network, form)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} ${form}`).toBeLessThanOrEqual(width)
    }
  }
})
