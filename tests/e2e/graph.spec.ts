import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, expectAccessible, test } from './journey.ts'

const golden = join(import.meta.dirname, '../fixtures/value-network.weft.json')
const realData = process.env['WEFT_REAL_DATA']

async function importFile(page: Page, path: string): Promise<string> {
  const answer = await page.request.post('/api/v1/import', { data: JSON.parse(readFileSync(path, 'utf8')) })
  expect(answer.status()).toBe(201)
  const { networkId } = await answer.json()
  return String(networkId)
}

async function sample(page: Page): Promise<string> {
  const answer = await page.request.post('/api/v1/networks', { data: { name: 'Sample', template: 'sample' } })
  expect(answer.status()).toBe(201)
  const { item } = await answer.json()
  return String(item.slug)
}

const drawing = (page: Page) => page.getByRole('document', { name: /^Value map of|and what they need from each other$/ })

/** The item of the drawing that has the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['record'] ?? '') : ''))
}

async function standingOut(page: Page, part: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...document.querySelectorAll(`[data-part="${name}"][data-ink="strong"]`)].map((mark) => mark.getAttribute('data-id') ?? ''),
    part,
  )
}

async function enter(items: Locator): Promise<void> {
  await items.first().focus()
}

/** Visits a drawing by keys alone, as somebody would who does not see it: tries every arrow and every group key once at each item. */
async function exploreByKeys(page: Page, linePart: string): Promise<{ items: Set<string>; lines: Set<string> }> {
  const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageDown']
  const items = new Set<string>()
  const lines = new Set<string>()
  const tried = new Map<string, Map<string, string>>()
  const press = async (key: string): Promise<string> => {
    await page.keyboard.press(key)
    return focused(page)
  }
  const lookAround = async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      await page.keyboard.press(']')
      const [line] = await standingOut(page, linePart)
      if (!line || (turn > 0 && line === first)) break
      if (turn === 0) first = line
      lines.add(line)
    }
    await page.keyboard.press('Escape')
  }
  let first = ''
  let at = await press('Home')
  for (let steps = 0; steps < 2_000; steps += 1) {
    if (!items.has(at)) {
      items.add(at)
      first = ''
      await lookAround()
    }
    const known = tried.get(at) ?? new Map<string, string>()
    tried.set(at, known)
    const untried = keys.find((key) => !known.has(key))
    if (untried) {
      const next = await press(untried)
      known.set(untried, next)
      at = next
      continue
    }
    const way = wayToUntried(tried, at, keys)
    if (!way) break
    for (const key of way) at = await press(key)
  }
  return { items, lines }
}

/** The keys that lead to the nearest item at which something is left to try; null where nothing is. */
function wayToUntried(tried: ReadonlyMap<string, ReadonlyMap<string, string>>, from: string, keys: readonly string[]): string[] | null {
  const seen = new Set([from])
  let ring: { at: string; way: string[] }[] = [{ at: from, way: [] }]
  while (ring.length > 0) {
    const found = ring.find(({ at }) => keys.some((key) => !tried.get(at)?.has(key)))
    if (found) return found.way
    ring = ring
      .flatMap(({ at, way }) => [...(tried.get(at) ?? [])].map(([key, to]) => ({ at: to, way: [...way, key] })))
      .filter(({ at }) => !seen.has(at) && seen.add(at))
  }
  return null
}

test('the map of the golden network says what it shows, and every node and exchange is reached by keys alone', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/map`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('8 nodes and 14 exchanges')
  const items = drawing(page).locator('[data-record]')
  await expect(items).toHaveCount(13)
  await enter(items)
  const found = await exploreByKeys(page, 'exchange')
  const all = await items.evaluateAll((elements) => elements.map((element) => element.getAttribute('data-record') ?? ''))
  expect([...found.items].sort()).toEqual(all.sort())
  expect(found.lines.size).toBe(14)
  await expectAccessible(page)
})

test('the chain of the golden network is walked by keys alone, along every need', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/chain`)
  const items = drawing(page).locator('[data-record]')
  await expect(items).toHaveCount(10)
  await enter(items)
  const found = await exploreByKeys(page, 'dependency')
  expect(found.items.size).toBe(10)
  expect(found.lines.size).toBe(await page.locator('[data-part="dependency"]').count())
  await expectAccessible(page)
})

test('between nodes, the golden chain has 9 needs, 7 of them between areas', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/chain`)
  await page.getByRole('group', { name: 'Level' }).getByRole('button', { name: 'Nodes' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9 needs between 7 nodes, 7 of them between areas')
  await page.getByRole('group', { name: 'Show as' }).getByRole('button', { name: 'Table' }).click()
  const table = page.getByRole('region', { name: 'Needs between nodes, table' })
  const counted = () => table.locator('tbody tr').evaluateAll((rows) => rows.reduce((sum, row) => sum + Number(row.children[2]?.textContent), 0))
  await expect.poll(counted).toBe(9)
  await expectAccessible(page)
})

test('selecting a key result makes its whole chain stand out, with the sentence of what it hangs on', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/chain`)
  await drawing(page)
    .getByRole('button', { name: /Win 5 new clients/ })
    .click()
  const sentence = page.getByRole('status', { name: 'What it hangs on' })
  await expect(sentence).toContainText('cannot be reached unless')
  await expect(sentence).toContainText('Upstream: 9 key results of 7 nodes · Downstream: nothing')
  await expect(page.getByRole('complementary', { name: /Win 5 new clients/ })).toBeVisible()
  await expect(page).toHaveURL(/sel=kr/)
  await drawing(page)
    .getByRole('button', { name: /^Hire 12 engineers/ })
    .press('Enter')
  await expect(sentence).toContainText('Upstream: 1 key result of 1 node · Downstream: 7 key results of 4 nodes')
  await expect(page.locator('[data-part="card"][data-ink="dim"]')).toHaveCount(1)
  await expectAccessible(page)
})

test('a node is added, connected and moved by keys alone, and undo takes it back', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/map`)
  await expect(drawing(page).locator('[data-record]')).toHaveCount(13)
  await page.keyboard.press('n')
  await page.getByLabel('Name of the new node').fill('Partner academy')
  await page.keyboard.press('Enter')
  const added = drawing(page).getByRole('button', { name: /^Partner academy/ })
  await expect(added).toBeVisible()
  const dialog = page.getByRole('dialog', { name: /What does Partner academy give/ })
  await expect(async () => {
    await added.focus()
    await page.keyboard.press('e')
    await expect(dialog).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await dialog.getByLabel('What').first().fill('Trained partners')
  await dialog.getByRole('button', { name: 'To whom: none' }).press('Enter')
  await page.getByRole('combobox', { name: 'To whom' }).fill('Brand')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Add exchange' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('9 nodes and 15 exchanges')
  const before = await added.evaluate((element) => element.style.left)
  await added.focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect.poll(() => added.evaluate((element) => element.style.left)).not.toBe(before)
  await page.keyboard.press('Control+z')
  await expect.poll(() => added.evaluate((element) => element.style.left)).toBe(before)
})

test('a need is added from the chain with R', async ({ page }) => {
  await page.goto(`/${await importFile(page, golden)}/chain`)
  await drawing(page)
    .getByRole('button', { name: /Hire 12 engineers/ })
    .focus()
  await page.keyboard.press('r')
  await expect(page.getByRole('dialog', { name: /“Hire 12 engineers.*” needs…/ })).toBeVisible()
  await page.getByRole('combobox', { name: 'Whom do you need?' }).fill('Brand awareness')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'What do you need?' }).fill('Stories for candidates')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: /need: Stories for candidates/ })).toBeVisible()
})

test('the map draws the needs in trouble, counts the others, and opens a line of several as a list', async ({ page }) => {
  await page.goto(`/${await sample(page)}/map`)
  const notes = page.getByRole('list', { name: 'Not drawn' })
  await expect(notes).toContainText(/\d+ needs in order not drawn/)
  const shown = page.locator('[data-part="need"]:not([data-ink="hidden"])')
  const troubled = await shown.count()
  expect(troubled).toBeGreaterThan(0)
  await notes.getByRole('button', { name: /needs in order/ }).click()
  await expect(page).toHaveURL(/needs=all/)
  await expect.poll(() => shown.count()).toBeGreaterThan(troubled)
  await expect(notes).toBeHidden()
  await drawing(page)
    .getByRole('button', { name: /^Partnerships/ })
    .focus()
  const lines = page.locator('[data-part="need"][data-ink="strong"] [data-line]')
  await lines.first().dispatchEvent('click')
  const list = page.getByRole('dialog', { name: 'Partnerships needs 2 things from Products' })
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await expectAccessible(page)
  await list.getByRole('button', { name: /Sandbox/ }).click()
  await expect(page.getByRole('complementary', { name: /^need: Sandbox/ })).toBeVisible()
})

test('everything of a key result is edited in its panel: value by check-in, measure, dates', async ({ page }) => {
  await page.goto(`/${await sample(page)}/chain`)
  await drawing(page).locator('[data-record]').first().click()
  const panel = page.getByRole('complementary', { name: /^key result/ })
  await panel.getByLabel('Confidence, 0 to 10').first().fill('3')
  await panel.getByLabel('In one sentence (optional)').fill('Two people are ill')
  await panel.getByRole('button', { name: 'Check in' }).click()
  await expect(panel.getByRole('list', { name: 'Check-ins' })).toContainText('Two people are ill')
  await expect(panel.getByText('off track')).toBeVisible()
  await panel.getByLabel('Due', { exact: true }).fill('2027-01-15')
  await panel.getByLabel('Due', { exact: true }).press('Enter')
  await expect(panel).toContainText('15 Jan')
  await expectAccessible(page)
})

test('the tables of map and chain hold what the drawings show and pass axe', async ({ page }) => {
  const network = await sample(page)
  for (const [view, caption] of [
    ['map', 'Nodes'],
    ['chain', 'Needs'],
  ]) {
    await page.goto(`/${network}/${view}?table=true`)
    const table = page.getByRole('region', { name: `${caption}, table` })
    await expect(table.getByRole('row').nth(1)).toBeVisible()
    await table.getByRole('columnheader').first().getByRole('button').click()
    await expect(table.getByRole('columnheader').first()).toHaveAttribute('aria-sort', 'ascending')
    await expectAccessible(page)
  }
})

test.describe(realData ? 'a real file' : 'NOT RUN: a real file (WEFT_REAL_DATA is not set)', () => {
  if (!realData) return
  test('a real chain is read: what stands upstream and downstream of a key result', async ({ page }) => {
    await page.goto(`/${await importFile(page, join(realData, 'sourced-2018.weft.json'))}/chain`)
    const cards = drawing(page).locator('[data-record]')
    await expect(cards.first()).toBeVisible()
    await drawing(page)
      .getByRole('button', { name: /^Service deployed on a staging/ })
      .press('Enter')
    await expect(page.getByRole('status', { name: 'What it hangs on' })).toContainText(/Upstream: \d+ key results? of \d+ nodes?/)
    expect((await standingOut(page, 'dependency')).length).toBeGreaterThan(2)
    expect(await page.locator('[data-part="card"][data-ink="dim"]').count()).toBeGreaterThan(10)
    await expectAccessible(page)
  })
})
