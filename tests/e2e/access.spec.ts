import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const stranger = { cookies: [], origins: [] }
const settings = ['access', 'tokens', 'links', 'webhooks', 'digest'] as const

async function shown(page: Page, label: string): Promise<string> {
  return ((await page.getByRole('group', { name: label }).getByRole('status').textContent()) ?? '').trim()
}

test('the owner invites a lead by keys; the lead makes an account and stands at their node', async ({ page, browser, baseURL }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/map`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Shift+I')
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' })
  await expect(dialog.getByLabel('E-mail (optional)')).toBeFocused()
  await page.keyboard.type('ben@example.org')
  await dialog.getByRole('button', { name: 'Takes part in: none' }).press('Enter')
  await page.getByRole('combobox', { name: 'Takes part in' }).fill('Talent')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('As', { exact: true })).toHaveValue('lead')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Invite', exact: true }).press('Enter')
  const link = await shown(page, 'Invitation link')
  expect(link).toMatch(/\/invite\/.{20,}/)
  await expect(page.getByRole('list', { name: 'Invitations' })).toContainText('ben@example.org')

  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState: stranger })
  const guest = await context.newPage()
  await guest.goto(link)
  await expect(guest.getByRole('heading', { level: 1 })).toContainText('Bright Clinics')
  await expect(guest.getByText('Ana Lind')).toBeVisible()
  await expectAccessible(guest)
  await expect(guest.getByLabel('E-mail')).toHaveValue('ben@example.org')
  await guest.getByLabel('Name').fill('Ben Okafor')
  await guest.getByLabel('Password', { exact: true }).fill('seven calm otters by noon')
  await guest.keyboard.press('Enter')
  await expect(guest).toHaveURL(/\/map\?sel=node/)
  await expect(guest.getByRole('complementary', { name: /^node: Talent/ })).toContainText('Ben Okafor')
  await expect(page.getByRole('list', { name: 'Members' })).toContainText('Ben Okafor')
  await guest.goto(link)
  await expect(guest.getByRole('heading', { name: 'This invitation is over' })).toBeVisible()
  await context.close()
})

test('a viewer finds nothing to edit anywhere, and a new role opens it without a reload', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/settings/access`)
  const guest = await invite(page, browser, { network, role: 'viewer' })
  await guest.goto(`${network}/outline`)
  const grid = guest.getByRole('treegrid', { name: 'Outline' })
  const cell = grid.getByRole('gridcell', { name: 'New clients', exact: true })
  await cell.click()
  for (const key of ['F2', 'n', 'o', 'k', 'r', 'c', 'Delete', 'Enter']) await guest.keyboard.press(key)
  await expect(guest.getByRole('textbox', { name: /^New |^Name|^Title/ })).toHaveCount(0)
  await expect(guest.getByRole('dialog')).toHaveCount(0)
  await expect(guest.getByRole('button', { name: /^(Add|Delete|Undo|Redo|Remove)/ })).toHaveCount(0)
  await guest.goto(`${network}/map?sel=node:${await nodeId(page, network, 'Talent')}`)
  const panel = guest.getByRole('complementary', { name: /^node: Talent/ })
  await expect(panel).toContainText('Your role here is viewer')
  await expect(panel.getByRole('textbox')).toHaveCount(0)
  await expect(panel.getByRole('button', { name: /Add|Delete|Remove/ })).toHaveCount(0)
  await expect(guest.getByRole('button', { name: '+ Node' })).toHaveCount(0)
  await expectAccessible(guest)
  await guest.keyboard.press('ControlOrMeta+k')
  await guest.getByRole('combobox', { name: 'Search, or do something' }).fill('delete')
  await expect(guest.getByRole('option', { name: /Delete/ })).toHaveCount(0)
  await guest.keyboard.press('Escape')

  await page.getByRole('button', { name: 'viewer: role of Gus Guest' }).click()
  await page.getByRole('menuitem', { name: /^editor/ }).click()
  await expect(page.getByText('Gus Guest is editor now.')).toBeVisible()
  await expect(panel.getByRole('textbox', { name: 'Name' })).toBeVisible({ timeout: 2_000 })
  await guest.context().close()
})

async function nodeId(page: Page, network: string, name: string): Promise<string> {
  const { items } = await (await page.request.get(`/api/v1/networks${network}/nodes?search=${name}`)).json()
  return String(items[0].id)
}

async function renameNode(page: Page, network: string, [from, to]: readonly [string, string]): Promise<void> {
  const address = `/api/v1/networks${network}/nodes/${await nodeId(page, network, from)}`
  const { revision } = await (await page.request.get(address)).json()
  const answer = await page.request.patch(address, { data: { name: to, revision } })
  expect(answer.ok(), await answer.text()).toBe(true)
}

test('a shared map is read without an account, live, and is gone within a second of being revoked', async ({ page, browser, baseURL }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/map`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Shift+S')
  await expect(page.getByLabel('What it is for')).toBeFocused()
  await page.keyboard.type('For the board')
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  const link = await shown(page, 'Link')

  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState: stranger })
  const reader = await context.newPage()
  await reader.goto(link)
  await expect(reader.getByText(/^Shared read-only until/)).toBeVisible()
  await expect(reader.getByRole('document', { name: /^Value map of/ })).toBeVisible()
  await expect(reader.getByRole('button', { name: /^(Add|Delete|\+ Node)/ })).toHaveCount(0)
  await expectAccessible(reader)
  await renameNode(page, network, ['Talent', 'People who stay'])
  await expect(reader.getByRole('button', { name: /^People who stay/ })).toBeVisible()
  // what is shared is a part of the network: nothing is found in it, whatever the address asks for
  await page.goto(`${network}/map?finding=first`)
  await expect(page.getByRole('region', { name: 'Findings on the drawing' })).toBeVisible()
  await reader.goto(`${link}?finding=first`)
  await expect(reader.getByRole('document', { name: /^Value map of/ })).toBeVisible()
  await expect(reader.getByRole('region', { name: 'Findings on the drawing' })).toHaveCount(0)

  await page.goto(`${network}/settings/links`)
  await page.getByRole('button', { name: 'Revoke For the board' }).click()
  await expect(reader.getByRole('heading', { name: 'This link shows nothing any more' })).toBeVisible({ timeout: 1_000 })
  await context.close()
})

test('who is with the giver reads what the receiver says, and rates the own side', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'sample')
  const api = `/api/v1/networks${network}`
  const { items } = await (await page.request.get(`${api}/exchanges?limit=1`)).json()
  const [{ id, fromNodeId }] = items
  await page.goto(`${network}/settings/access`)
  const guest = await invite(page, browser, { network, role: 'contributor', name: 'Gil Giver' })
  const people = await (await page.request.get(`${api}/people?limit=200`)).json()
  const personId = people.items.find(({ name }: { name: string }) => name === 'Gil Giver').id
  await page.request.post(`${api}/participations`, { data: { nodeId: fromNodeId, personId, tier: 'core' } })
  await guest.goto(`${network}/map?sel=exchange:${id}`)
  const panel = guest.getByRole('complementary', { name: /^exchange:/ })
  await expect(panel.getByRole('textbox', { name: /^To the giver/ })).toBeVisible()
  await expect(panel.getByRole('group', { name: /^To the receiver/ })).toBeVisible()
  await expect(panel.getByRole('textbox', { name: /^To the receiver/ })).toHaveCount(0)
  await expect(panel.getByText(/^Only “.+” says this\.$/)).toHaveCount(2)
  await expectAccessible(guest)
  await guest.context().close()
})

test('an API token is shown once, works, and is refused as soon as it is revoked', async ({ page, playwright, baseURL }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/settings/tokens`)
  await page.getByLabel('Name', { exact: true }).fill('Nightly numbers')
  await page.keyboard.press('Enter')
  const token = await shown(page, 'API token')
  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
    storageState: stranger,
  })
  expect((await program.get(`/api/v1/networks${network}/nodes`)).status()).toBe(200)
  await page.reload()
  await expect(page.getByText(token)).toHaveCount(0)
  await page.getByRole('button', { name: 'Revoke Nightly numbers' }).click()
  await expect(page.getByText('The token is revoked.', { exact: false })).toBeVisible()
  expect((await program.get(`/api/v1/networks${network}/nodes`)).status()).toBe(401)
  await program.dispose()
})

test('a person is erased with the name typed, and stands under a pseudonym', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/settings/access`)
  const guest = await invite(page, browser, { network, role: 'editor', name: 'Gus Guest' })
  await guest.context().close()
  await page.getByRole('button', { name: 'More about Gus Guest' }).click()
  await page.getByRole('menuitem', { name: 'Erase name and address …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase Gus Guest?' })
  await expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled()
  await dialog.getByLabel(/^Type Gus Guest/).fill('Gus Guest')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Erased\./)).toBeVisible()
  await expect(page.getByText('Gus Guest', { exact: true })).toHaveCount(0)
})

for (const theme of ['light', 'dark'] as const)
  test(`the pages of the settings pass axe in the ${theme} theme and reflow at 320 px`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    const network = await makeNetwork(page, 'sample')
    for (const each of settings) {
      await page.setViewportSize({ width: 1280, height: 800 })
      await page.goto(`${network}/settings/${each}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
      await expectAccessible(page)
      await page.setViewportSize({ width: 320, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), each).toBeLessThanOrEqual(320)
    }
  })
