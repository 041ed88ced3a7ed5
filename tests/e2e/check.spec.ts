import type { Page } from '@playwright/test'
import { button, checkOf, phone, votes } from './check-kit.ts'
import { interactions, keysOnly, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

/** Interactions, and seconds by the keystroke-level model. */
const budget = { solo: 30, same: 16, seconds: 240 } as const
const keyResult = 'Hospital groups under contract'

const answers = (page: Page) => page.getByRole('group', { name: /: your answer$/ })

type Person = ReturnType<typeof interactions>

/** Everything that was promised is there: four promises, which is one more than the budget allows for. */
async function promises(page: Page, person: Person): Promise<void> {
  await expect(answers(page)).toHaveCount(4)
  for (const at of [0, 1, 2, 3]) await person.click(answers(page).nth(at).getByRole('button').first())
  await person.click(button(page, 'Go on to the statements'))
}

/** All five statements are green. */
async function greens(page: Page, person: Person): Promise<void> {
  await expect(votes(page)).toHaveCount(5)
  for (const at of [0, 1, 2, 3, 4]) await person.click(votes(page).nth(at).getByRole('button', { name: 'Green' }))
  await person.click(button(page, 'Go on to one change'))
}

/** Somebody else is asked for something, by keys from the opened dialog on. */
async function askFinance(page: Page, person: Person): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await person.type('finance')
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await person.type('Terms for three hospital groups')
  await person.press('Enter')
  await expect(page.getByText(/^Asked .*Finance/)).toBeVisible()
}

const told = (page: Page) => page.getByText(/New clients told 3 numbers and answered for 4 promises/)

/** The next walk stops at what was told: the confidence of a key result fell to 3. */
async function expectInNextWalk(page: Page, network: string): Promise<void> {
  await page.goto(`${network}/walk`)
  const stops = page.getByRole('list', { name: 'Stops' }).getByRole('listitem')
  await expect(stops.filter({ hasText: keyResult }).filter({ hasText: /7 to 3|7 → 3|fell/ })).not.toHaveCount(0)
}

test.describe('alone, on a phone in the dark', () => {
  test.use({ viewport: phone, hasTouch: true, colorScheme: 'dark', contextOptions: { reducedMotion: 'reduce' } })

  test('P3: a check in thirty taps leaves what it told and asked, and the next walk stops at it', async ({ page }) => {
    test.slow()
    const network = await makeNetwork(page, 'sample')
    await checkOf(page, network)
    await expectAccessible(page, 'main')
    const person = interactions(page)
    await person.click(button(page, /Start the check/))
    await person.click(button(page, 'Go on to our numbers'))
    await expect(page.getByRole('heading', { name: keyResult })).toBeVisible()
    await expectAccessible(page, 'main')
    // one tap on the line of confidence, at its third mark
    const line = page.getByRole('slider', { name: /Confidence/ })
    const box = await line.boundingBox()
    await person.click(line, { position: { x: (box?.width ?? 0) * 0.31, y: (box?.height ?? 0) / 2 } })
    await expect(line).toHaveValue('3')
    await person.click(button(page, 'Save'))
    for (const _ of [2, 3]) {
      const card = await page.locator('form').getByRole('heading').textContent()
      await person.click(page.getByRole('button', { name: 'Same as last week', exact: true }))
      await expect(page.locator('form').getByRole('heading', { name: card ?? '' })).toHaveCount(0)
    }
    await expect(answers(page)).toHaveCount(4)
    await expectAccessible(page, 'main')
    await promises(page, person)
    await expect(votes(page)).toHaveCount(5)
    await expectAccessible(page, 'main')
    await greens(page, person)
    await person.click(button(page, /^Ask another node/))
    await askFinance(page, person)
    await person.click(page.getByRole('textbox', { name: 'We start' }))
    await person.type('Call the carrier every Monday')
    await person.click(button(page, '50 %'))
    await expectAccessible(page, 'main')
    await person.click(button(page, 'Go on to the end'))
    await expect(page.getByText('is let go by the people of the node only')).toBeVisible()
    await expectAccessible(page, 'main')
    await person.click(button(page, 'Finish the check'))
    await expect(told(page)).toBeVisible()
    await expect(page.getByText('Start: Call the carrier every Monday')).toBeVisible()
    person.told('P3 alone')
    expect(person.count()).toBeLessThanOrEqual(budget.solo)
    expect(person.klm()).toBeLessThanOrEqual(budget.seconds)
    await expectAccessible(page, 'main')
    await expectInNextWalk(page, network)
  })
})

test.describe('alone, on a phone', () => {
  test.use({ viewport: phone, hasTouch: true })

  test('P3: where nothing moved, sixteen taps do', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await checkOf(page, network)
    const person = interactions(page)
    await person.click(button(page, /Start the check/))
    await person.click(button(page, 'Go on to our numbers'))
    await person.click(button(page, 'All the same as last week'))
    await promises(page, person)
    await greens(page, person)
    await expectAccessible(page, 'main')
    await person.click(button(page, 'Go on to the end'))
    await person.click(button(page, 'Finish the check'))
    await expect(told(page)).toBeVisible()
    person.told('P3 with nothing new')
    expect(person.count()).toBeLessThanOrEqual(budget.same)
  })
})

test('P3: a check by keys alone: G votes where votes are, and with Shift leads to another view', async ({ page }) => {
  const network = await makeNetwork(page, 'sample')
  await checkOf(page, network)
  await keysOnly(page)
  const person = interactions(page)
  await person.press('Enter')
  await expect(button(page, 'Go on to our numbers')).toBeVisible()
  await person.press('Enter')
  await expect(page.getByRole('heading', { name: keyResult })).toBeFocused()
  await person.press('3')
  await expect(page.getByRole('slider', { name: /Confidence/ })).toHaveValue('3')
  await person.press('Enter')
  for (const left of [2, 1]) {
    await expect(page.getByText(`${left} number${left === 1 ? '' : 's'} to tell`)).toBeVisible()
    await person.press('=')
  }
  await expect(answers(page)).toHaveCount(4)
  for (const left of [4, 3, 2, 1]) {
    await expect(button(page, `Go on, ${left} not answered`)).toBeVisible()
    await person.press('y')
  }
  await expect(button(page, 'Go on to the statements')).toBeVisible()
  await person.press('Enter')
  await expect(votes(page)).toHaveCount(5)
  for (const at of [0, 1, 2, 3, 4]) {
    if (at > 0) await person.press('j')
    await person.press(at === 4 ? 'r' : 'g')
    await expect(
      votes(page)
        .nth(at)
        .getByRole('button', { name: at === 4 ? 'Red' : 'Green', pressed: true }),
    ).toBeVisible()
  }
  await page.keyboard.press('Shift+G')
  await page.keyboard.press('w')
  await expect(page).toHaveURL(/\/walk(\?|$)/)
  await page.goBack()
  await expect(votes(page)).toHaveCount(5)
  await person.press('Enter')
  await expect(page.getByRole('heading', { name: 'One change' })).toBeVisible()
  await person.press('n')
  await askFinance(page, person)
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What we contribute' })).toBeVisible()
  await person.press('Control+Enter')
  await expect(told(page)).toBeVisible()
  person.told('P3 by keys')
  expect(person.count()).toBeLessThanOrEqual(budget.solo)
  expect(person.klm()).toBeLessThanOrEqual(budget.seconds)
})
