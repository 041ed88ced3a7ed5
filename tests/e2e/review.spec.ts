import type { Page } from '@playwright/test'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './journey.ts'

const review = (page: Page, network: string, list = '') => page.goto(`${network}/review${list}`)
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Propose a change of the network' })

async function choose(page: Page, label: string, name: string): Promise<void> {
  await dialog(page)
    .getByRole('button', { name: new RegExp(`^${label}: none`) })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: label })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

async function count(page: Page, network: string, path: string): Promise<number> {
  const answer = await page.request.get(`/api/v1/networks${network}/${path}`)
  return Number((await answer.json()).total)
}

test('one proposes a merge by keys, another accepts, all is carried over, and one undo brings it back', async ({ page, browser }) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  await page.goto(network)
  const guest = await invite(page, browser, { network, role: 'facilitator' })
  const objectives = await count(page, network, 'objectives')
  const nodes = await count(page, network, 'nodes')

  await review(guest, network)
  await expect(guest.getByRole('heading', { name: 'Does every node still earn its place?' })).toBeVisible()
  await expectAccessible(guest, 'main')
  await guest.keyboard.press('n')
  await expect(dialog(guest).getByRole('radio', { name: /^Merge/ })).toBeFocused()
  await choose(guest, 'What becomes part of another node', 'Culture')
  await choose(guest, 'The node that stays', 'Talent')
  await dialog(guest).getByRole('textbox', { name: 'Why' }).fill('The same people care for both')
  await expect(dialog(guest).getByRole('table', { name: 'The network before and after' })).toContainText(`${nodes}${nodes - 1}`)
  await expectAccessible(guest, '[role=dialog]')
  await expect(dialog(guest).getByRole('button', { name: 'Do it now' })).toHaveCount(0)
  await guest.keyboard.press('Control+Enter')
  await expect(dialog(guest)).toHaveCount(0)
  const title = 'Merge “Culture” into “Talent”'
  await expect(guest.getByRole('button', { name: title })).toBeVisible()
  await expect(guest.getByText('An editor or an owner of the network decides.')).toBeVisible()

  await review(page, network)
  await expect(page.getByText('The same people care for both')).toBeVisible()
  await expectAccessible(page, 'main')
  await page.keyboard.press('y')
  await expect(page.getByRole('textbox', { name: 'What was said, if anything' })).toBeFocused()
  await page.keyboard.type('Agreed in the review')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/accepted by Ana Lind on .*: “Agreed in the review”/)).toBeVisible()
  await expect(guest.getByText(/accepted by Ana Lind/)).toBeVisible()
  expect(await count(page, network, 'nodes')).toBe(nodes - 1)
  expect(await count(page, network, 'objectives')).toBe(objectives)

  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: title })).toBeVisible()
  await expect.poll(() => count(page, network, 'nodes')).toBe(nodes)
  await page.keyboard.press('x')
  await page.keyboard.type('Not this quarter')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/declined by Ana Lind on .*: “Not this quarter”/)).toBeVisible()
  await guest.context().close()
})

test('a node is split from its panel: its objectives are shared out by keys, and it is done at once', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/map?sel=node:sample_node_talent`)
  await page.getByRole('complementary', { name: 'node: Talent' }).getByRole('button', { name: 'Split …' }).click()
  await dialog(page).getByRole('textbox', { name: 'Part 2' }).fill('Growth paths')
  const row = dialog(page)
    .getByRole('row', { name: /^objective/ })
    .first()
  await row.getByRole('radio', { name: /: Talent$/ }).focus()
  await page.keyboard.press('2')
  await expect(row.getByRole('radio', { name: /: Growth paths$/ })).toBeChecked()
  await expectAccessible(page, '[role=dialog]')
  await dialog(page).getByRole('button', { name: 'Do it now' }).click()
  await expect(page.getByText('Done: Split “Talent” into “Talent” and “Growth paths”')).toBeVisible()
  await expect.poll(() => count(page, network, 'nodes?name=Growth%20paths')).toBe(1)
})

test('relationships are looked at by one key each, and the exchange keeps its trend', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await review(page, network, '?list=relationships')
  const rows = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ has: page.locator('[data-item]') })
  await expect(rows.first()).toBeVisible()
  const before = await rows.count()
  await expectAccessible(page)
  await page.keyboard.press('3')
  await expect(page.getByRole('textbox', { name: 'In a sentence, if you like' })).toBeFocused()
  await page.keyboard.type('Two weeks of silence')
  const answered = Promise.withResolvers<void>()
  await page.route('**/commands', async (route) => {
    await answered.promise
    await route.continue()
  })
  await page.keyboard.press('Enter')
  await expect(page.getByText('“Two weeks of silence”')).toBeVisible()
  await expect(rows.first()).toContainText('worse')
  await expect(page.getByRole('textbox', { name: 'In a sentence, if you like' })).toHaveCount(0)
  await expect(rows.locator('[data-item]').and(page.locator(':focus'))).toHaveCount(1)
  await page.keyboard.press('j')
  await page.keyboard.press('2')
  await expect(page.getByRole('textbox', { name: 'In a sentence, if you like' })).toBeFocused()
  answered.resolve()
  await page.keyboard.press('Enter')
  await expect.poll(() => count(page, network, 'exchange-checks')).toBe(2)
  const worse = rows.filter({ hasText: 'worse' }).first().locator('[data-item]')
  await expect(async () => {
    if ((await worse.getAttribute('aria-expanded')) !== 'true') await worse.click({ timeout: 1_000 })
    await expect(worse).toHaveAttribute('aria-expanded', 'true', { timeout: 1_000 })
  }).toPass()
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const panel = page.getByRole('complementary', { name: /^exchange:/ })
  await expect(panel.getByText('Worse, today.')).toBeVisible()
  await expect(panel.getByRole('img', { name: 'Trend of 4 weeks: −1 after 1 look' })).toBeVisible()
  await panel.getByText('All 1 look').click()
  await expect(panel.getByRole('cell', { name: /Ana Lind/ })).toBeVisible()
  await expectAccessible(page)
  expect(before).toBeGreaterThan(0)
})

test('the review passes axe in both themes, and is nowhere wider than a phone', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  const plan = { kind: 'retire', nodeId: 'sample_node_awareness' }
  const look = { id: 'look', health: 'worse', note: 'Two weeks of silence' }
  const exchanges = await (await page.request.get(`/api/v1/networks${network}/exchanges?limit=1`)).json()
  const commands = [
    { name: 'proposal.create', input: { id: 'p', plan, why: 'Nobody waits for it any more' } },
    { name: 'exchangeCheck.create', input: { ...look, exchangeId: exchanges.items[0].id } },
  ]
  expect((await page.request.post(`/api/v1/networks${network}/commands`, { data: { commands } })).status()).toBe(200)
  await review(page, network)
  await expect(page.getByText(/In force and gone with it/)).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await review(page, network, '?list=relationships')
  await expect(page.getByText('“Two weeks of silence”')).toBeVisible()
  await expectAccessibleInBothThemes(page)
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  await review(page, network)
  await expect(page.getByText(/In force and gone with it/)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
})
