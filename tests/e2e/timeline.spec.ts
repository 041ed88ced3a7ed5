import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const rows = (page: Page) => page.locator('[data-scope="timeline"] button')
const drawing = (page: Page) => page.getByRole('document', { name: /^Promises of/ })

async function open(page: Page, query = ''): Promise<string> {
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/timeline${query}`)
  await expect(drawing(page)).toBeVisible()
  return address
}

type Item = { id: string; state: string; promisedOn: string | null; consumerKeyResultId: string; terms: { on: string | null } | null }

async function listed<T>(page: Page, address: string, path: string): Promise<T[]> {
  const answer = await page.request.get(`/api/v1/networks${address}/${path}?limit=200`)
  return (await answer.json()).items
}

/** The promises of the active cycle that are not ended, as the API has them. */
async function promises(page: Page, address: string): Promise<Item[]> {
  const [active] = (await listed<{ id: string; phase: string }>(page, address, 'cycles')).filter(({ phase }) => phase === 'active')
  const objectives = await listed<{ id: string; cycleId: string }>(page, address, 'objectives')
  const own = new Set(objectives.filter(({ cycleId }) => cycleId === active?.id).map(({ id }) => id))
  const results = await listed<{ id: string; objectiveId: string }>(page, address, 'key-results')
  const inCycle = new Set(results.filter(({ objectiveId }) => own.has(objectiveId)).map(({ id }) => id))
  const all = await listed<Item>(page, address, 'dependencies')
  return all.filter(({ state, consumerKeyResultId }) => inCycle.has(consumerKeyResultId) && state !== 'withdrawn' && state !== 'cancelled')
}

const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['record'] ?? '') : ''))

test('every promise of the sample is told, the late one with its days, and each is reached by keys', async ({ page }) => {
  const address = await open(page)
  const known = await promises(page, address)
  await expect(rows(page)).toHaveCount(known.length)
  await expect(page.getByRole('button', { name: /Event stream that keeps the order,.*late 12 days/ })).toBeAttached()
  await rows(page).first().focus()
  const seen = new Set<string>()
  for (let turn = 0; turn < known.length; turn += 1) {
    seen.add(await focused(page))
    await page.keyboard.press('ArrowDown')
  }
  expect([...seen].sort()).toEqual(known.map(({ id }) => id).sort())
  await page.keyboard.press('Home')
  await page.keyboard.press(']')
  await expect(page.getByRole('status').filter({ hasText: /^1 of \d/ })).toBeAttached()
  await expectAccessible(page)
})

test('another day is proposed by keys: Escape puts it back, Enter asks the other side, and the promise stays as it was', async ({ page }) => {
  const address = await open(page)
  const promised = (await promises(page, address)).find(({ state, terms }) => state === 'promised' && terms === null)
  if (!promised?.promisedOn) throw new Error('the sample holds no promise with a day')
  await page.locator(`[data-scope="timeline"] [data-record="${promised.id}"]`).focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  const bar = page.getByRole('form', { name: 'Another day' })
  await expect(bar).toContainText('8 days later')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await page.keyboard.press('ArrowLeft')
  await expect(bar).toContainText('1 day earlier')
  await page.keyboard.press('Enter')
  await expect(bar).toBeHidden()
  await expect.poll(async () => (await promises(page, address)).find(({ id }) => id === promised.id)?.terms?.on ?? null).not.toBeNull()
  const now = (await promises(page, address)).find(({ id }) => id === promised.id)
  expect(now?.promisedOn).toBe(promised.promisedOn)
  expect(now?.state).toBe('promised')
  await expect(page.locator(`[data-scope="timeline"] [data-record="${promised.id}"]`)).toContainText('proposed instead')
})

test('a mark is dragged to another day, and the confirmation says from which to which', async ({ page }) => {
  await open(page)
  const handle = page.locator('[title^="Drag to propose"]').first()
  const box = await handle.boundingBox()
  if (!box) throw new Error('no mark can be dragged')
  await page.mouse.move(box.x + 12, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(box.x - 60, box.y + 14, { steps: 6 })
  await page.mouse.up()
  await expect(page.getByRole('form', { name: 'Another day' })).toContainText('earlier')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('form', { name: 'Another day' })).toBeHidden()
})

test('the address holds the view: takers, issues, one state; the table has the same promises; the picture is saved', async ({ page }) => {
  const address = await open(page, '?by=taker')
  const all = await rows(page).count()
  await page.getByRole('button', { name: 'Issues only' }).click()
  await expect.poll(() => rows(page).count()).toBeLessThan(all)
  expect(page.url()).toContain('trouble=true')
  await page.getByRole('button', { name: 'Issues only' }).click()
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(all)
  await expectAccessible(page)
  await page.goto(`${address}/timeline`)
  await expect(drawing(page)).toBeVisible()
  await page.getByRole('button', { name: 'Save as a picture' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save as SVG' }).click()])
  expect(readFileSync(await download.path(), 'utf8')).toContain('Event stream')
})

test('on a phone the same promises are a list by date', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/timeline`)
  await expect(page.getByText('late 12 days').first()).toBeVisible()
  const dated = await page.locator('main ol button[data-record]').count()
  expect(dated).toBe((await promises(page, address)).length)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(page)
})
