import { execFileSync, spawnSync } from 'node:child_process'
import { makeNetwork } from './interactions.ts'
import { expect, test } from './journey.ts'

test.use({ server: 'own' })

const hasLimits = spawnSync('prlimit', ['--version']).status === 0

test('a server whose disk is full says so; what is typed waits and is saved when there is room', async ({ page, weft }) => {
  // biome-ignore lint/suspicious/noSkippedTests: the program that limits another one is Linux's own
  test.skip(!hasLimits, 'NOT RUN: prlimit is not on this machine (Debian: util-linux)')
  const network = await makeNetwork(page, 'value-network')
  await page.goto(`${network}/outline`)
  const grid = page.getByRole('treegrid', { name: 'Outline' })
  const cell = (name: string) => grid.getByRole('gridcell', { name, exact: true })
  await cell('New clients').click()
  const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(weft.pid), `--fsize=${bytes}`])
  limit('4096:unlimited')
  await page.keyboard.press('o')
  await expect(page.locator('input:focus, textarea:focus')).toBeVisible()
  await page.keyboard.type('Clients stay')
  await page.keyboard.press('Enter')
  await expect(cell('Clients stay')).toBeVisible()
  const notice = page.getByText('The server cannot save · 1 change waits')
  await expect(notice).toBeVisible()
  await expect(notice).toHaveAttribute('title', /The disk of the database is full/)
  await expect(page.getByText(/The server answers and cannot save now/)).toBeVisible()
  limit('unlimited:unlimited')
  await expect(page.getByText('Connected again. Everything is saved.')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  await expect(cell('Clients stay')).toBeVisible()
})
