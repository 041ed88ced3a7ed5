import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { generate } from '../bench/generate.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test, turnTo } from './journey.ts'

const grid = (page: Page) => page.getByRole('grid', { name: /^Who needs whom/ })
const marks = (page: Page) => grid(page).getByRole('gridcell', { name: /needs .*: \d+ need/ })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')

async function open(page: Page, query = ''): Promise<string> {
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/matrix${query}`)
  await expect(grid(page)).toBeVisible()
  return address
}

test('every mark of the sample is reached by keys, and Enter opens it; an empty cell starts an ask with both sides filled in', async ({ page }) => {
  await open(page)
  const names = await marks(page).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('aria-label') ?? ''))
  expect(names.length).toBeGreaterThan(10)
  await marks(page).first().focus()
  const seen = new Set<string>()
  for (let turn = 0; turn < names.length; turn += 1) {
    seen.add(await focused(page))
    await page.keyboard.press(']')
  }
  expect([...seen].sort()).toEqual(names.toSorted())
  await expect(page.getByRole('gridcell', { name: /: 1 need, blocked/ }).first()).toBeAttached()
  await expectAccessible(page)

  await page.keyboard.press('Control+Home')
  await expect.poll(() => focused(page)).toMatch(/: itself$/)
  await page.keyboard.press('ArrowRight')
  const empty = /^(.+) needs nothing from (.+)$/
  for (let turn = 0; turn < 12 && !empty.test(await focused(page)); turn += 1) await page.keyboard.press('ArrowRight')
  const [, needing = '', giving = ''] = empty.exec(await focused(page)) ?? []
  expect(giving).not.toBe('')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(giving).first()).toBeVisible()
  await dialog.getByRole('textbox', { name: 'What do you need?' }).fill('A hand with the matrix')
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click()
  await expect(page.getByRole('gridcell', { name: `${needing} needs ${giving}: 1 need, asked` })).toBeAttached()
  await expect(page).toHaveURL(/sel=need/)
})

test('orders, levels and unfolded nodes stand in the address; the table tells the same cells; the picture is saved; a cell leads to the chain', async ({
  page,
}) => {
  const address = await open(page, '?order=sequence')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('orders are equally good')
  const count = await marks(page).count()
  const row = grid(page).getByRole('rowheader', { expanded: false }).first()
  await row.focus()
  await page.keyboard.press('Space')
  await expect(grid(page).getByRole('rowheader', { expanded: true })).toHaveCount(1)
  expect(page.url()).toContain('open=')
  await page.keyboard.press('Space')
  await expect(marks(page)).toHaveCount(count)
  await page.keyboard.press('o')
  await expect(page.getByRole('button', { name: 'Load', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Key results', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.goto(`${address}/matrix?table=true`)
  await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(count)
  await turnTo(page, 'dark')
  await expectAccessible(page)
  await page.goto(`${address}/matrix`)
  await expect(grid(page)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save as a picture' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save as SVG' }).click()])
  expect(readFileSync(await download.path(), 'utf8')).toContain('row needs column')
  await marks(page).first().focus()
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/chain\?.*sel=need/)
})

test('on a phone the same needs are a list, row by row; without a need there is a way to the first', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const address = await makeNetwork(page, 'sample')
  await page.goto(`${address}/matrix`)
  await expect(page.getByRole('heading', { level: 2, name: /needs \d+$/ }).first()).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(page)
  await page.goto(`${await makeNetwork(page, 'blank', 'Empty One')}/matrix`)
  await expect(page.getByRole('heading', { name: 'Choose a cell: row needs column' })).toBeVisible()
})

test('rows and columns carry the numbers of the analysis, as a table and a list too, with how they are worked out', async ({ page }) => {
  const golden = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/value-network.weft.json'), 'utf8'))
  const imported = await page.request.post('/api/v1/import', { data: golden })
  const { networkId } = await imported.json()
  const { krNetwork } = await (await page.request.get(`/api/v1/networks/${networkId}/analysis`)).json()
  const titles = new Map<string, string>(golden.keyResults.map(({ id, title }: { id: string; title: string }) => [title, id]))
  const told = (role: 'rowheader' | 'columnheader') =>
    grid(page)
      .getByRole(role)
      .evaluateAll((heads) => heads.map((head) => [head.textContent ?? '', head.querySelector<HTMLElement>('[data-number]')?.dataset['number']]))
  await page.goto(`/${networkId}/matrix?level=key-result`)
  await expect(grid(page)).toBeVisible()
  await page.keyboard.press('Shift+N')
  await expect(page.locator('[data-numbers=chance]')).toContainText('a node carries its least likely one')
  const chances = [...titles].map(([title, id]) => [title, String(Math.round(krNetwork.chanceSoftExact[id] * 100))])
  for (const role of ['rowheader', 'columnheader'] as const) {
    const heads = await told(role)
    for (const [title, value] of chances) expect(heads.find(([text]) => text?.startsWith(title ?? ''))?.[1], title).toBe(value)
  }
  const how = page.getByRole('button', { name: 'How is this worked out: Chance this holds' })
  await how.press('Enter')
  await expect(page.getByRole('note', { name: 'How “Chance this holds” is worked out' })).toContainText(
    'A node carries the least likely of its results',
  )
  await page.keyboard.press('Escape')
  await expect(how).toBeFocused()
  await page.keyboard.press('l')
  await expect(
    grid(page).getByRole('rowheader', { name: /^Brand awareness, .*chance of the least likely result, in 100: 42, 2 results$/ }),
  ).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'How is this worked out: Needs in the matrix' }).press('Enter')
  await expect(page.getByRole('note', { name: 'How “Needs in the matrix” is worked out' })).toContainText('Σ asked of')

  await page.goto(`/${networkId}/matrix?numbers=flow&table=true`)
  await expect(page.getByRole('columnheader', { name: 'Whom: flow lost' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Client relationships / }).first()).toContainText('55 (between 7 others)')
  await turnTo(page, 'dark')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`/${networkId}/matrix?numbers=needed`)
  await expect(page.locator('[data-number]').first()).toHaveText(/^Needed by: \d+, of 10 results$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  await expectAccessible(page)
})

/** Scrolls a large matrix along its diagonal by so many pixels a frame, and tells how long its frames took, the shortest first. */
async function framesOfScroll(page: Page, step: number): Promise<number[]> {
  return page.evaluate(async (pixels) => {
    const frame = document.querySelector('[data-matrix]')
    if (!frame) throw new Error('there is no matrix')
    const next = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
    const took: number[] = []
    let last = await next()
    for (let turn = 0; turn < 60; turn += 1) {
      frame.scrollBy(pixels, pixels)
      const now = await next()
      took.push(now - last)
      last = now
    }
    return took.sort((a, b) => a - b)
  }, step)
}

test('1,500 × 1,500 key results scroll, and keys go to the last cell and back however the frames fall', async ({ page }) => {
  const answer = await page.request.post('/api/v1/import', { data: generate('M') })
  expect(answer.status()).toBe(201)
  await page.goto(`/${(await answer.json()).networkId}/matrix?level=key-result`)
  await expect(grid(page)).toHaveAttribute('aria-rowcount', '1502')
  const at = (took: readonly number[], share: number) => Math.round(took[Math.floor(took.length * share)] ?? 0)
  const [resting, scrolling] = [await framesOfScroll(page, 0), await framesOfScroll(page, 60)]
  console.log(
    `Matrix of 1,500 × 1,500: a frame of a scroll ${at(scrolling, 0.5)} ms, 95 in 100 within ${at(scrolling, 0.95)} ms; at rest ${at(resting, 0.5)} ms`,
  )
  expect(at(scrolling, 0.5)).toBeLessThan(500)
  await grid(page).locator('[tabindex="0"]').focus()
  for (const [chord, place] of [
    ['Control+End', '1499 1499'],
    ['Control+Home', '0 0'],
    ['Control+End', '1499 1499'],
  ] as const) {
    await page.keyboard.press(chord)
    await expect(grid(page).locator(`[data-place="${place}"]`)).toBeFocused()
    await expect(grid(page).locator(`[data-place="${place}"]`)).toBeInViewport()
  }
  expect(await grid(page).getByRole('gridcell').count()).toBeLessThan(700)
})
