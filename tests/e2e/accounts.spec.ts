import type { Page } from '@playwright/test'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { owner } from './owner.ts'
import { totp } from './totp.ts'

test.use({ server: 'own' })

const stranger = { cookies: [], origins: [] }

async function fillSignIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.keyboard.press('Enter')
}

/** What went wrong, as the page says it; Next has an empty alert of its own on every page. */
const alert = (page: Page) => page.getByRole('alert').filter({ hasText: /\S/ })

async function signOut(page: Page): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
}

test.describe('before there is an owner', () => {
  test.use({ isClaimed: false })
  test('every page leads to the setup, which says where the link is', async ({ page }) => {
    await page.goto('/any/map')
    await expect(page.getByRole('heading', { name: 'This server has no owner yet' })).toBeVisible()
    await expect(page.getByText('Open the link that it printed')).toBeVisible()
    await expectAccessible(page)
  })
  test('a wrong token makes no owner, and keeps what was typed', async ({ page }) => {
    await page.goto('/setup?token=not-the-token')
    await page.getByLabel('E-mail').fill('ana@example.org')
    await page.getByLabel('Password', { exact: true }).fill('four quiet herons at dusk')
    await page.keyboard.press('Enter')
    await expect(alert(page)).toBeVisible()
    await expect(page.getByLabel('E-mail')).toHaveValue('ana@example.org')
    await expectAccessible(page)
  })
})

test('one signs in, is told what is wrong, and comes back to the page that was asked for', async ({ page, browser, baseURL }) => {
  const network = await makeNetwork(page, 'value-network')
  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState: stranger })
  const other = await context.newPage()
  await other.goto(`${network}/outline`)
  await expect(other).toHaveURL(/\/sign-in\?next=/)
  await expectAccessible(other)
  await fillSignIn(other, 'not the password')
  await expect(alert(other)).toContainText('do not belong together')
  await expect(other.getByLabel('E-mail')).toHaveValue(owner.email)
  await other.getByLabel('Password', { exact: true }).fill(owner.password)
  await other.getByRole('button', { name: 'Show password' }).click()
  await expect(other.getByLabel('Password', { exact: true })).toHaveAttribute('type', 'text')
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(other).toHaveURL(`${baseURL}${network}/outline`)
  await other.goto('/sign-in?next=//elsewhere.example')
  await expect(other).toHaveURL(new RegExp(`^${baseURL}/`))
  await context.close()
})

test('who guesses passwords is told to wait, and how long', async ({ page, browser, baseURL }) => {
  await page.goto('/')
  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState: stranger })
  const other = await context.newPage()
  await other.goto('/sign-in')
  for (let tries = 0; tries < 12; tries += 1) {
    const answered = other.waitForResponse(/sign-in\/email/)
    await fillSignIn(other, `wrong ${tries}`)
    if ((await answered).status() === 429) break
    await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
  }
  await expect(alert(other)).toContainText(/Wait .*minute/)
  await context.close()
})

test('the second step is set up with an app, asked for, and passed with a recovery code, too', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Set up' }).click()
  await page.getByLabel('Your password', { exact: true }).fill(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('img', { name: /^QR code/ })).toBeVisible()
  await expectAccessible(page)
  const check = page.getByRole('form', { name: 'Check the code' })
  const secret = ((await check.getByText(/^[A-Z2-7 ]{16,}$/).textContent()) ?? '').replaceAll(' ', '')
  await check.getByLabel('Code that the app shows').fill(totp(secret, Date.now()))
  await page.keyboard.press('Enter')
  const listed = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(listed).toHaveCount(10)
  const codes = await listed.allTextContents()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'I have kept them' }).click()
  await expect(page.getByRole('button', { name: 'Turn it off' })).toBeVisible()

  await signOut(page)
  await fillSignIn(page, owner.password)
  await expect(page.getByLabel('Code')).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('000000')
  await page.keyboard.press('Enter')
  await expect(alert(page)).toContainText('code is not right')
  await page.getByLabel('Code').fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Welcome to Weft' })).toBeVisible()
})

test('a session is ended from another browser, and what was being typed is saved after signing in again', async ({ page, browser, baseURL }) => {
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  await grid.getByRole('gridcell', { name: 'New clients', exact: true }).click()
  await page.keyboard.press('F2')
  await page.keyboard.type('Clinics that are new')
  const context = await browser.newContext({ baseURL: baseURL ?? '', storageState: stranger })
  const other = await context.newPage()
  await other.goto('/sign-in')
  await fillSignIn(other, owner.password)
  await expect(other).toHaveURL(new RegExp(`${network}/`))
  await other.goto('/account')
  await expect(other.getByText('this one')).toHaveCount(1)
  await other.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(other.getByText('Signed out everywhere else.')).toBeVisible()
  await context.close()

  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toContainText('One change waits')
  await expectAccessible(page)
  await dialog.getByLabel('E-mail').fill(owner.email)
  await dialog.getByLabel('Password', { exact: true }).fill(owner.password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('You are signed in again.')).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await page.reload()
  await expect(grid.getByRole('gridcell', { name: 'Clinics that are new', exact: true })).toBeVisible()
})

test('an account is changed, its data downloaded, and deleted with the address typed once more', async ({ page }) => {
  await page.goto('/account')
  await expect(page.getByRole('heading', { name: 'Delete my account' })).toBeVisible()
  await page.getByLabel('Name').fill('Ana Lindqvist')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your name is saved.')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download my data' }).click()
  expect((await download).suggestedFilename()).toContain('.json')
  await page.getByRole('button', { name: 'Delete my account …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' })
  await expect(dialog.getByRole('button', { name: 'Delete it for ever' })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByLabel(/^Type/).fill(owner.email)
  await dialog.getByLabel('Your password', { exact: true }).fill(owner.password)
  await dialog.getByRole('button', { name: 'Delete it for ever' }).click()
  await expect(dialog.getByRole('alert')).toContainText(/owner/)
})

for (const theme of ['light', 'dark'] as const)
  test(`account and sign-in pass axe in the ${theme} theme and reflow at 320 px`, async ({ page, browser, baseURL }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 320, height: 844 })
    const context = await browser.newContext({
      baseURL: baseURL ?? '',
      storageState: stranger,
      colorScheme: theme,
      viewport: { width: 320, height: 844 },
    })
    const other = await context.newPage()
    await page.goto('/account')
    await expect(page.getByRole('heading', { name: 'Delete my account' })).toBeVisible()
    for (const [each, address] of [
      [page, '/account'],
      [other, '/sign-in'],
      [other, '/reset/nothing'],
      [other, '/invite/nothing'],
      [other, '/share/nothing'],
    ] as const) {
      await each.goto(address)
      await expect(each.getByRole('heading', { level: 1 })).toHaveCount(1)
      await expectAccessible(each)
      expect(await each.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320)
    }
    await context.close()
  })
