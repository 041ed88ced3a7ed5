import type { Locator, Page } from '@playwright/test'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, expectAccessibleInBothThemes, test } from './journey.ts'

const askBudget = 6

const outline = (page: Page) => page.getByRole('treegrid', { name: 'Outline' })
const panel = (page: Page, name: RegExp) => page.getByRole('complementary', { name })

/** The items of the inbox, by their sentence. */
function item(page: Page, text: string | RegExp) {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: text })
}

/** Chooses an item by the mouse, and sees that it is chosen and can be answered: only then a key means that item. */
async function choose(row: Locator): Promise<void> {
  const line = row.getByRole('button').first()
  await expect(async () => {
    await line.click({ timeout: 1_000 })
    await expect(line).toHaveAttribute('aria-current', 'true', { timeout: 1_000 })
  }).toPass()
  await expect(row.page().getByRole('group', { name: 'What you can do' })).toBeVisible()
}

async function openInbox(page: Page, network: string): Promise<void> {
  await page.goto(`${network}/inbox`)
  await expect(page.getByRole('heading', { level: 1, name: /^Inbox/ })).toBeVisible()
}

test('asking takes at most six interactions from a key result, with the day typed among the words', async ({ page }) => {
  await page.goto(`${await makeNetwork(page, 'sample')}/outline?q=Revenue`)
  await outline(page).getByRole('gridcell', { name: 'Revenue from services', exact: true }).click()
  const person = interactions(page)
  await person.press('r')
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await expectAccessible(page)
  await person.type('Talent')
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await expectAccessible(page)
  await person.type('Two recruiters in 2 weeks')
  await person.press('Enter')
  await expect(page.getByText('Asked Talent')).toBeVisible()
  expect(person.count()).toBeLessThanOrEqual(askBudget)
  await page.keyboard.press('ArrowRight')
  await expect(outline(page).getByRole('gridcell', { name: /needs Talent Two recruiters$/ })).toBeVisible()
})

test('two browsers negotiate a promise: counter, promise, delivered, not satisfied, delivered, accepted', async ({ page, browser }) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  await page.goto(network)
  const lead = await invite(page, browser, { network, role: 'contributor', personId: 'sample_person_zanele' })
  await page.goto(`${network}/outline?q=Revenue`)

  await outline(page).getByRole('gridcell', { name: 'Revenue from services', exact: true }).click()
  await page.keyboard.press('r')
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await page.keyboard.type('Talent')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Zanele Dlamini answers')).toBeVisible()
  await page.keyboard.type('Two recruiters by tomorrow')
  await page.keyboard.press('Enter')

  await openInbox(lead, network)
  const asked = item(lead, 'Services needs “Two recruiters” from you')
  await choose(asked)
  await expect(panel(lead, /Two recruiters/)).toContainText('It is your move.')
  await lead.keyboard.press('c')
  await lead.getByRole('textbox', { name: 'By when' }).fill('in 5 days')
  await lead.getByRole('textbox', { name: 'A few words (optional)' }).fill('One of them starts later')
  await expectAccessible(lead)
  await lead.keyboard.press('Enter')
  await expect(asked).toHaveCount(0)

  await openInbox(page, network)
  const countered = item(page, /Talent counters on “Two recruiters”: by/)
  await choose(countered)
  await expect(panel(page, /Two recruiters/).getByRole('table', { name: 'Talent proposes' })).toBeVisible()
  await expect(panel(page, /Two recruiters/)).toContainText('One of them starts later')
  await expectAccessible(page)
  await page.keyboard.press('a')
  await expect(countered).toHaveCount(0)

  const due = item(lead, 'You promised Services “Two recruiters”')
  await choose(due)
  await lead.keyboard.press('d')
  await expect(due).toHaveCount(0)

  const delivered = item(page, 'Talent delivered “Two recruiters” to you')
  await choose(delivered)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Why' }).fill('Only one has come')
  await page.keyboard.press('Enter')
  await expect(delivered).toHaveCount(0)

  await choose(due)
  await expect(panel(lead, /Two recruiters/)).toContainText('Only one has come')
  await lead.keyboard.press('d')
  await expect(due).toHaveCount(0)

  await choose(delivered)
  await page.keyboard.press('a')
  await expect(delivered).toHaveCount(0)
  await lead.goto(`${network}/outline?q=${encodeURIComponent('Two recruiters')}`)
  await outline(lead)
    .getByRole('gridcell', { name: /needs Talent Two recruiters/ })
    .click()
  await lead.keyboard.press('Space')
  const history = panel(lead, /Two recruiters/).getByRole('listitem')
  await expect(history.filter({ hasText: /Ana Lind|Zanele Dlamini/ })).toHaveCount(7)
  await expect(history.first()).toContainText('Ana Lind accepted')
  await lead.context().close()
})

test('a move is undone within its ten minutes, and not once the other side has moved', async ({ page, browser }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/outline`)
  const lead = await invite(page, browser, { network, role: 'contributor', personId: 'sample_person_kateryna' })
  await openInbox(lead, network)
  const asked = item(lead, 'Services needs “Price list for audit services” from you')
  await choose(asked)
  await lead.keyboard.press('y')
  await expect(asked).toHaveCount(0)
  await expect(lead.getByRole('main').getByText(/Just now: promised/)).toBeVisible()
  await expect(lead.getByRole('main').getByRole('button', { name: /^Undo \(9:5\d\)/ })).toBeVisible()
  await lead.keyboard.press('u')
  await expect(asked).toHaveCount(1)
  await lead.context().close()
})

test('the inbox of the sample company is worked off by keys alone', async ({ page }) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  await openInbox(page, network)
  await page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown']) document.addEventListener(kind, () => document.body.setAttribute('data-mouse-used', ''), true)
  })
  const main = page.getByRole('main')
  const current = main.locator('[aria-current="true"]')
  const count = async () => Number(await main.getByRole('heading', { level: 1 }).locator('span').textContent())
  const first = await count()
  expect(first).toBeGreaterThan(8)
  const group = () => current.evaluate((row) => row.closest('section')?.getAttribute('aria-label') ?? '')
  let presses = 0
  for (; (await count()) > 0 && presses < first * 3; presses += 1) {
    await expect(current).toBeFocused()
    const id = await current.getAttribute('data-item')
    const kind = await group()
    if (kind === 'Check-ins due') {
      await page.keyboard.press('v')
      await page.keyboard.press('Enter')
    } else {
      const isOffer = ((await current.textContent()) ?? '').includes(' offers you ')
      const keys: Record<string, string> = {
        'Answers to give': isOffer ? 'a' : 'y',
        'Counters and proposals to answer': 'a',
        'Deliveries to accept': 'a',
        'Promises of ours due': 'd',
        'Asks of ours that were refused': 'r',
      }
      await page.keyboard.press(keys[kind] ?? 'j')
    }
    await expect(main.locator(`[data-item="${id}"]`)).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { name: 'Nothing waits for you' })).toBeVisible()
  await expect(page.locator('body[data-mouse-used]')).toHaveCount(0)
  await expect(page).toHaveTitle(/^Inbox/)
  await expectAccessible(page)
})

for (const view of ['inbox', 'asks', 'asks?table=true'] as const)
  test(`${view} passes axe in both themes, without an error in the console`, async ({ page }) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.goto(`${await makeNetwork(page, 'sample')}/${view}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    await expect(page.getByRole('main')).toContainText('Price list for audit services')
    await expectAccessibleInBothThemes(page)
    expect(errors).toEqual([])
  })

test('the board counts who asks whom, and a cell lists its promises', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/asks`)
  await expect(page.getByText('20 needs: 13 promised, 4 without an answer, 3 late or refused.')).toBeVisible()
  await page.getByRole('button', { name: 'Finance to Services: 1 without an answer' }).click()
  await expect(page.getByRole('region', { name: 'Finance to Services' })).toContainText('Price list for audit services')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('button', { name: 'Finance to Services: 1 without an answer' })).not.toBeFocused()
  await page.getByRole('button', { name: 'Fold into areas' }).click()
  await expect(page.getByRole('button', { name: /^Operational value to Innovation value: .*1 without an answer/ })).toBeVisible()
  await page.getByRole('button', { name: 'Brand value', exact: true }).click()
  await expect(page).toHaveURL(/area=/)
  await page.getByRole('button', { name: 'Table', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Who gives to whom, table' })).toBeVisible()
})

test('a node says what it owes and is owed, with numbers that show what is behind them', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await page.goto(`${network}/outline`)
  await outline(page).getByRole('gridcell', { name: 'Products', exact: true }).click()
  await page.keyboard.press('Space')
  const node = panel(page, /^node: Products/)
  await expect(node.getByRole('heading', { name: /^We owe/ })).toBeVisible()
  await expect(node.getByRole('heading', { name: /^We are owed/ })).toBeVisible()
  const promised = node.getByRole('group', { name: 'Promised to us so far' })
  await promised.getByRole('button', { name: 'Show me' }).click()
  await expect(promised.getByRole('listitem')).not.toHaveCount(0)
  await expectAccessible(page)
})

for (const width of [390, 320])
  test(`inbox and asks reflow at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 })
    const network = await makeNetwork(page, 'sample')
    for (const view of ['inbox', 'asks']) {
      await page.goto(`${network}/${view}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await page.evaluate(() => document.documentElement.scrollWidth), view).toBeLessThanOrEqual(width)
    }
  })
