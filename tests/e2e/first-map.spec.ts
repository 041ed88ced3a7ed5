import { interactions } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const budget = 25

test.use({ server: 'own', isClaimed: false })

test('a newcomer owns the server and has a node, a result and a need in the chain in fewer than 25 interactions', async ({ page, weft }) => {
  const person = interactions(page)
  await page.goto(`/setup?token=${weft.setupToken}`)
  await expect(page.getByRole('heading', { name: 'Make this server yours' })).toBeVisible()
  await expectAccessible(page)

  await person.click(page.getByLabel('E-mail'))
  await person.type('ana.lind@example.org')
  await expect(page.getByLabel('Name')).toHaveValue('Ana Lind')
  await person.click(page.getByLabel('Password', { exact: true }))
  await person.type('four quiet herons at dusk')
  await person.click(page.getByRole('button', { name: 'Begin' }))
  expect(person.count()).toBeLessThanOrEqual(5)
  await expect(page.getByRole('heading', { name: 'Welcome to Weft' })).toBeVisible()
  await expectAccessible(page)

  await person.click(page.getByLabel('What is your organisation or network called?'))
  await person.type('Bright Clinics')
  await person.click(page.getByRole('button', { name: /^Value network/ }))
  await expect(page.getByRole('heading', { name: 'Which group of activities do you work in?' })).toBeVisible()
  await expectAccessible(page)

  await person.click(page.getByRole('combobox', { name: 'Your group of activities' }))
  await person.type('Onboarding')
  await person.click(page.getByRole('option', { name: 'Add “Onboarding”' }))
  await person.click(page.getByRole('button', { name: 'Customer value', exact: true }))

  await person.type('Onboarding time 9 -> 4 days by 15 dec')
  await expect(page.getByRole('status', { name: 'Understood' })).toContainText('9 → 4 days')
  await person.click(page.getByRole('button', { name: 'Next' }))

  await person.type('Platform')
  await person.click(page.getByRole('option', { name: /Platform & tools/ }))
  await person.type('Single sign-on for all clinics')
  await person.click(page.getByRole('button', { name: 'Ask, and see the chain' }))

  await expect(page).toHaveURL(/\/chain\?.*sel=need/)
  await expect(page.getByRole('complementary', { name: /Single sign-on for all clinics/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'What to try next' })).toBeVisible()
  expect(person.count()).toBeLessThan(budget)
})

test('from the link in the terminal to the first map by keyboard only, in fewer than 25 interactions', async ({ page, weft }) => {
  const person = interactions(page)
  await page.goto(`/setup?token=${weft.setupToken}`)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await person.type('ana.lind@example.org')
  await person.press('Tab')
  await person.press('Tab')
  await person.type('four quiet herons at dusk')
  await person.press('Enter')
  expect(person.count()).toBeLessThanOrEqual(5)
  await expect(page.getByRole('heading', { name: 'Welcome to Weft' })).toBeVisible()
  await page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown']) document.addEventListener(kind, () => document.body.setAttribute('data-mouse-used', ''), true)
  })
  await expect(page.getByLabel('What is your organisation or network called?')).toBeFocused()
  await person.type('Bright Clinics')
  await person.press('Enter')
  await person.press('Enter')

  await expect(page.getByRole('combobox', { name: 'Your group of activities' })).toBeFocused()
  await person.type('delivery')
  await person.press('Enter')

  await expect(page.getByRole('textbox', { name: 'A result, with its numbers' })).toBeFocused()
  await person.type('Onboarding time 9 -> 4 days by 15 dec')
  await person.press('Enter')

  await expect(page.getByRole('combobox', { name: 'Whom do you need?' })).toBeFocused()
  await person.press('Enter')
  await expect(page.getByRole('textbox', { name: 'What do you need?' })).toBeFocused()
  await person.type('People ready from day one')
  await person.press('Enter')

  await expect(page).toHaveURL(/\/chain\?.*sel=need/)
  await expect(page.getByRole('complementary', { name: /People ready from day one/ })).toBeVisible()
  await expect(page.locator('body[data-mouse-used]')).toHaveCount(0)
  expect(person.count()).toBeLessThan(budget)
  expect(person.count()).toBeLessThanOrEqual(5 + 14)
})
