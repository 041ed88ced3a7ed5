import type { Page } from '@playwright/test'
import { keysOnly, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test, turnTo } from './journey.ts'
import { openSession } from './planning.ts'

const strip = (page: Page) => page.getByRole('region', { name: 'Findings on the drawing' })
const position = (page: Page) => strip(page).getByRole('group', { name: 'Walk the findings' })

/** The id of the finding that is walked. */
async function walked(page: Page): Promise<string> {
  return (await strip(page).getAttribute('data-walked')) ?? ''
}

/** How many marks of the drawing are lit, where some are not. */
async function lit(page: Page): Promise<number> {
  return page.evaluate(() => (document.querySelector('[data-mark][data-dim]') ? document.querySelectorAll('[data-mark]:not([data-dim])').length : -1))
}

/** Whether a lit mark stands in the free part of the drawing. */
async function isLitInSight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const stage = document.querySelector('[role~=graphics-document]')?.getBoundingClientRect()
    const marks = [...document.querySelectorAll('[data-mark]:not([data-dim])')].filter(
      (mark) => !(mark.getAttribute('data-record') ?? '').match(/^(core|area:)/),
    )
    return marks.some((mark) => {
      const box = mark.getBoundingClientRect()
      return stage !== undefined && box.left >= stage.left && box.right <= stage.right && box.top >= stage.top && box.bottom <= stage.bottom
    })
  })
}

async function next(page: Page, key: 'ArrowRight' | 'ArrowLeft'): Promise<void> {
  const before = await walked(page)
  await page.keyboard.press(key)
  await expect.poll(() => walked(page)).not.toBe(before)
}

test('AL15: the findings are walked on map and chain by the arrow keys, one is settled by its key and taken back, Escape ends', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/map`)
  await expect(page.getByRole('button', { name: /^Products, / })).toBeVisible()
  await keysOnly(page)
  await page.keyboard.press('Shift+F')
  await expect(position(page)).toContainText(/^←?1 of \d+/)
  await expect.poll(() => lit(page)).toBeGreaterThan(0)
  const first = await walked(page)
  await expect(page).toHaveURL(new RegExp(`finding=${first.replace(/[^\w]/g, '.+')}`))
  await next(page, 'ArrowRight')
  await expect(position(page)).toContainText('2 of')
  await expect.poll(() => isLitInSight(page)).toBe(true)
  await expect(page.getByRole('status').filter({ hasText: /^Finding 2 of \d+, important: .+ Escape ends\./ })).toHaveCount(1)
  await expectAccessible(page)

  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/\/chain\?.*finding=/)
  await expect(position(page)).toContainText('2 of')
  await expect.poll(() => isLitInSight(page)).toBe(true)
  const count = Number(((await position(page).textContent()) ?? '').replace(/^.* of (\d+).*$/s, '$1'))
  await expect(strip(page).getByRole('button', { name: /Ask again/ })).toBeVisible()
  const asked = await walked(page)
  await page.keyboard.press('y')
  await expect(strip(page).getByRole('button', { name: /Ask again/ })).toBeFocused()
  expect(await walked(page)).toBe(asked)
  await page.keyboard.press('Enter')
  await expect(position(page)).toContainText(`2 of ${count - 1}`)
  expect(await walked(page)).not.toBe(asked)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(position(page)).toContainText(`of ${count}`)
  await next(page, 'ArrowLeft')
  await turnTo(page, 'dark')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(strip(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/finding=/)
  await expect.poll(() => lit(page)).toBe(-1)
})

test('AL16 AL17: on a drawing one that is accepted leaves its place to the next; the way back brings the filter back', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/chain?q=talent`)
  await expect(page.getByRole('group', { name: 'Level' })).toBeVisible()
  await keysOnly(page)
  await page.keyboard.press('Shift+F')
  await expect(position(page)).toContainText(/^←?1 of \d+/)
  await expect(page).not.toHaveURL(/q=talent/)
  await expect(page.getByRole('group', { name: 'Level' })).toHaveCount(0)
  await next(page, 'ArrowRight')
  const count = Number(((await position(page).textContent()) ?? '').replace(/^.* of (\d+).*$/s, '$1'))
  await expect(strip(page).getByRole('button', { name: /Accept this/ })).toBeVisible()
  await page.keyboard.press('r')
  await expect(strip(page).getByRole('button', { name: /Accept this/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(strip(page).getByRole('textbox', { name: 'Because' })).toBeFocused()
  await page.keyboard.type('They talk every morning')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  const accepted = await walked(page)
  await page.keyboard.press('Enter')
  await expect(position(page)).toContainText(`2 of ${count - 1}`)
  await expect(strip(page)).toBeFocused()
  await next(page, 'ArrowRight')
  await expect(strip(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(strip(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/chain\?q=talent$/)
  await page.keyboard.press('Shift+F')
  await expect(position(page)).toContainText(`1 of ${count - 1}`)
  await expect(page).not.toHaveURL(/q=talent/)
  await page.goBack()
  await expect(strip(page)).toHaveCount(0)
  await expect(page).toHaveURL(/\/chain\?q=talent/)
  await page.goto(`${network}/chain?finding=${accepted}`)
  await expect(position(page)).toContainText(`Accepted, beside ${count - 1}`)
  await expect(strip(page)).toContainText('Accepted because “They talk every morning”')
  await page.keyboard.press('ArrowRight')
  await expect(position(page)).toContainText(`1 of ${count - 1}`)
})

test('MX18: on the matrix the cross-hair goes along with the findings, by the same keys', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/matrix`)
  await expect(page.getByRole('grid')).toBeVisible()
  await keysOnly(page)
  await page.keyboard.press('Shift+F')
  await expect(position(page)).toContainText(/^←?1 of \d+/)
  const bands = () =>
    page.locator('[data-band]').evaluateAll((lines) => lines.map((line) => (line instanceof HTMLElement ? line.style.transform : '')))
  await expect.poll(async () => (await bands()).length).toBe(2)
  expect(await page.getByRole('rowheader').evaluateAll((rows) => rows.filter((row) => !row.hasAttribute('data-dim')).length)).toBeLessThan(5)
  const before = await bands()
  await next(page, 'ArrowRight')
  await expect.poll(bands).not.toEqual(before)
  await expectAccessible(page)

  await page.goto(`${network}/matrix?finding=disagrees:sample_kr_audit-files`)
  await expect(page.getByRole('button', { name: 'Key results', exact: true })).toHaveAttribute('aria-pressed', 'true')
  const exchange = 'oneSided:sample_exch_7'
  await page.goto(`${network}/matrix?finding=${exchange}`)
  await expect(strip(page)).toHaveAttribute('data-walked', exchange)
  await expect(page.getByRole('button', { name: 'Nodes', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(async () => (await bands()).length).toBe(2)
  await page.getByRole('gridcell').first().focus()
  await next(page, 'ArrowRight')
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[role=grid]') !== null)).toBe(true)
  await page.keyboard.press('Escape')
  await expect(strip(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/finding=/)
})

test('AL15: one walks on from a finding of the insights, also on a phone, and back to the list', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(`${network}/insights?theme=alignment&finding=oneSided:sample_exch_7`)
  const current = page.locator('[data-finding][data-current]')
  await expect(current).toHaveAttribute('data-finding', 'oneSided:sample_exch_7')
  await current.getByRole('link', { name: 'map' }).click()
  await expect(strip(page)).toHaveAttribute('data-walked', 'oneSided:sample_exch_7')
  await expect.poll(() => isLitInSight(page)).toBe(true)
  await strip(page).getByRole('button', { name: 'Next finding' }).click()
  await expect(strip(page)).toHaveAttribute('data-walked', 'oneSided:sample_exch_18')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await strip(page).getByRole('link', { name: 'All findings' }).click()
  await expect(current).toHaveAttribute('data-finding', 'oneSided:sample_exch_18')
  await page.goto(`${network}/map?finding=ring:gone`)
  await expect(strip(page)).toContainText('The finding that was asked for is settled.')

  await page.goto(`${network}/map?finding=oneSided:sample_exch_18&table=true`)
  await expect(strip(page)).toHaveAttribute('data-walked', 'oneSided:sample_exch_18')
  const table = page.getByRole('region', { name: /, table$/ }).first()
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  expect(await walked(page)).toBe('oneSided:sample_exch_18')
})

test('AL15: from a finding of the fit check one walks on along the chain, in the cycle of the session', async ({ page }) => {
  const network = await openSession(page, 'This quarter', 'fit')
  await page.goto(`${network}/plan`)
  const current = page.getByRole('list', { name: 'Findings' }).locator('[data-current]')
  await expect(current.getByRole('group', { name: 'What you can do' }).getByRole('button').first()).toBeVisible()
  await current.getByRole('link', { name: 'chain', exact: true }).click()
  await expect(page).toHaveURL(/\/chain\?cycle=[^&]+&finding=/)
  await expect(strip(page)).toHaveAttribute('data-walked', /^\w+:/)
  await expect.poll(() => isLitInSight(page)).toBe(true)
})
