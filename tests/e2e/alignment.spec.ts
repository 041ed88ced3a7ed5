import type { Page } from '@playwright/test'
import { keysOnly, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const current = (page: Page) => page.locator('[data-finding][data-current]')
const counts = (page: Page) => page.locator('[data-scope=findings] [role=status]')

async function findingCount(page: Page): Promise<number> {
  return Number.parseInt((await counts(page).textContent()) ?? '', 10)
}

test('findings by keys alone: walked, one settled by one key and taken back, one accepted because … and taken up again', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/insights?theme=alignment&finding=oneSided:sample_exch_7`)
  await keysOnly(page)
  await expect(current(page)).toHaveAttribute('data-finding', 'oneSided:sample_exch_7')
  const all = await findingCount(page)
  expect(all).toBeGreaterThan(20)

  await page.keyboard.press('j')
  await expect(current(page)).toHaveAttribute('data-finding', 'oneSided:sample_exch_18')
  await expect(current(page).getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(current(page)).toHaveAttribute('data-finding', 'oneSided:sample_exch_7')
  await page.keyboard.press('h')
  await expect(page.getByText('Where the rule comes from').filter({ visible: true })).toHaveCount(1)
  await expectAccessible(page, '[data-scope=findings]')

  await expect(current(page).getByRole('button', { name: /Confirm it/ })).toBeVisible()
  await page.keyboard.press('c')
  await expect(counts(page)).toContainText(`${all - 1} findings`)
  await expect(current(page)).toHaveAttribute('data-finding', 'oneSided:sample_exch_18')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(counts(page)).toContainText(`${all} findings`)

  await expect(current(page).getByRole('button', { name: /Accept this/ })).toBeVisible()
  const accepted = await current(page).getAttribute('data-finding')
  await page.keyboard.press('r')
  const form = page.getByRole('form', { name: /Accept this/ })
  await expect(form.getByRole('textbox', { name: 'Because' })).toBeFocused()
  await page.keyboard.type('They talk every morning')
  await page.keyboard.press('Tab')
  await expect(form.getByRole('combobox', { name: 'Who answers for it' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(counts(page)).toContainText(`${all - 1} findings. 1 accepted`)
  await expect(current(page)).toHaveAttribute('data-finding', 'oneSided:sample_exch_18')

  await page.goto(`${network}/insights?theme=alignment&finding=${accepted}`)
  await expect(current(page)).toContainText(/Accepted because “They talk every morning”; .+ answers for it\. Looked at again on/)
  await expect(current(page).getByRole('button', { name: /Take it up again/ })).toBeVisible()
  await page.keyboard.press('r')
  await expect(counts(page)).toContainText(`${all} findings. 40 rules asked`)
})

test('AL18: what one rule says many times is one line with its count, opens on demand, and is walked one by one', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/insights?theme=alignment`)
  const rule = page.getByRole('button', { name: /^Need without an exchange/ })
  await expect(rule).toHaveAttribute('aria-expanded', 'false')
  const folded = page.getByRole('list', { name: 'Need without an exchange' })
  await expect(folded).toHaveCount(0)
  await expect(page.locator('[data-finding]')).not.toHaveCount(0)
  expect(await page.locator('[data-finding]').count()).toBeLessThan(20)
  await expectAccessible(page, '[data-scope=findings]')
  await rule.click()
  await expect(folded.getByRole('listitem').first()).toBeVisible()
  await rule.click()
  await expect(folded).toHaveCount(0)

  await page.keyboard.press('j')
  const seen = new Set<string>()
  for (let turn = 0; turn < 8; turn += 1) {
    seen.add((await current(page).getAttribute('data-finding')) ?? '')
    await page.keyboard.press('j')
    await expect.poll(async () => seen.has((await current(page).getAttribute('data-finding')) ?? '')).toBe(false)
  }
  await expect(current(page)).toHaveAttribute('data-finding', /^noExchange:/)
  await expect(rule).toHaveAttribute('aria-expanded', 'true')
  await rule.click()
  await expect(folded).toHaveCount(0)
  await expect(current(page)).toHaveCount(1)
})

test('a rule is switched off and its limit set in the settings, and is as it comes by one press', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/settings/checks`)
  const off = page.getByRole('checkbox', { name: 'Key result without a date: asked' })
  await expect(off).toBeChecked()
  await off.focus()
  await page.keyboard.press('Space')
  await expect(off).not.toBeChecked()
  await page.keyboard.press('ArrowUp')
  await expect(off).not.toBeFocused()
  const limit = page.getByRole('spinbutton', { name: /^Overloaded supplier/ })
  await limit.fill('0')
  await limit.press('Enter')
  await expect(page.getByText('as it comes: 5')).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${network}/insights?theme=alignment`)
  await expect(counts(page)).toContainText('39 rules asked, 1 switched off')
  await expect(page.getByRole('heading', { name: /^Overloaded supplier/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: /^Key result without a date/ })).toHaveCount(0)

  await page.goto(`${network}/settings/checks`)
  await page.getByRole('button', { name: 'Overloaded supplier: as it comes, 5' }).click()
  await expect(limit).toHaveValue('5')
  await page.goto(`${network}/insights?theme=alignment`)
  await expect(counts(page)).toContainText('39 rules asked')
  await expect(page.getByRole('heading', { name: /^Overloaded supplier/ })).toHaveCount(0)
})
