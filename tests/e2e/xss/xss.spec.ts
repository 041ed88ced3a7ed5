import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, test } from '../journey.ts'
import { hostileNetwork } from './hostile-network.ts'
import { payloads } from './payloads.ts'
import { type Watched, watch } from './watch.ts'

test.use({ server: 'own' })

const screens = [
  'map',
  'chain',
  'chain?level=node',
  'outline',
  'asks',
  'timeline',
  'timeline?table=true',
  'plan',
  'walk',
  'check',
  'inbox',
  'insights',
  'insights?theme=risk',
  'insights?theme=value',
  'insights?theme=alignment',
  'matrix',
  'what-if?if=w.n.n1',
  'history',
  'review',
  'settings',
  'people',
  'people?by=person',
  'people?by=glue&a=t1&b=t25',
  'chain?table=true',
  'map?table=true',
] as const
const records = [
  'node:n1',
  'kr:k0',
  'kr:k1',
  'kr:k2',
  'objective:o1',
  'exchange:e4',
  'need:d0',
  'need:d1',
  'need:d4',
  'area:a1',
  'goal:g7',
  'person:p5',
] as const
const nothing: Watched = { dialogs: [], violations: [], ran: [] }

async function importHostile(page: Page): Promise<void> {
  const answer = await page.request.post('/api/v1/import', { data: hostileNetwork(new Date().toISOString().slice(0, 10)), timeout: 60_000 })
  expect(answer.status(), await answer.text()).toBe(201)
}

async function settle(page: Page): Promise<void> {
  await expect(page.locator('main')).toBeVisible()
  await expect(page.getByText(/^Opening /)).toBeHidden()
  await page.waitForLoadState('networkidle')
}

const halves = [screens.filter((_, at) => at % 2 === 0), screens.filter((_, at) => at % 2 === 1)]

for (const [at, half] of halves.entries())
  test(`T-XSS: over 200 payloads in every text, on every screen (half ${at + 1}): nothing runs and no policy is violated`, async ({ page }) => {
    test.setTimeout(180_000)
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(200)
    const seen = await watch(page)
    await importHostile(page)
    await page.goto('/?all')
    await settle(page)
    for (const screen of half) {
      await page.goto(`/xss/${screen}`)
      await settle(page)
      await expect(page.locator('main')).not.toBeEmpty()
      expect(seen, screen).toEqual(nothing)
    }
  })

test('T-XSS: over 200 payloads in every text, in every panel: nothing runs and no policy is violated', async ({ page }) => {
  test.setTimeout(180_000)
  const seen = await watch(page)
  await importHostile(page)
  for (const record of records) {
    await page.goto(`/xss/outline?sel=${record}`)
    await settle(page)
    await expect(page.getByRole('complementary').first()).toBeVisible()
    expect(seen, record).toEqual(nothing)
  }
  await page.goto('/xss/outline?sel=kr:k0')
  await expect(page.getByRole('region', { name: 'Comments' }).getByRole('article').nth(40)).toBeAttached()
  const hrefs = await page
    .locator('aside a[href]')
    .evaluateAll((links) => links.map((link) => (link instanceof HTMLAnchorElement ? link.protocol : '')))
  expect(hrefs.length).toBeGreaterThan(40)
  expect(hrefs.filter((protocol) => !['http:', 'https:', 'mailto:'].includes(protocol))).toEqual([])
  expect(seen).toEqual(nothing)
})

test('T-XSS: what is typed into the fields of a person is text on every later screen', async ({ page }) => {
  const seen = await watch(page)
  await importHostile(page)
  await page.goto('/xss/outline?sel=kr:k0')
  await expect(page.getByRole('region', { name: 'Comments' })).toBeVisible()
  for (const payload of payloads.slice(0, 12)) {
    await page.getByRole('textbox', { name: 'Say something' }).fill(payload)
    await page.keyboard.press('Control+Enter')
  }
  await expect(page.getByRole('article', { name: /Ana Lind/ })).toHaveCount(12)
  await page.reload()
  await expect(page.getByRole('article', { name: /Ana Lind/ })).toHaveCount(12)
  expect(seen).toEqual(nothing)
})

for (const view of ['map', 'chain', 'timeline'] as const)
  test(`T-XSS: the picture of the ${view} runs nothing when it is opened by itself`, async ({ page, browser }) => {
    test.setTimeout(120_000)
    await importHostile(page)
    await page.goto(`/xss/${view}`)
    await settle(page)
    await page.getByRole('button', { name: 'Save as a picture' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Save as SVG' }).click()])
    const folder = await mkdtemp(join(tmpdir(), 'weft-picture-'))
    const file = join(folder, 'picture.svg')
    await download.saveAs(file)
    const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
    const alone = await context.newPage()
    const seen = await watch(alone)
    const asked: string[] = []
    alone.on('request', (request) => asked.push(request.url()))
    await alone.goto(pathToFileURL(file).href)
    expect(await alone.evaluate(() => document.querySelectorAll('text').length)).toBeGreaterThan(20)
    expect(await alone.evaluate(() => document.querySelectorAll('script, foreignObject, a, use, image, style, [onload], [onerror]').length)).toBe(0)
    expect(asked).toHaveLength(1)
    expect(seen).toEqual(nothing)
    await context.close()
    await rm(folder, { recursive: true })
  })

test('T-XSS, positive control: markup that does get into a page or a picture is noticed', async ({ page, browser }) => {
  const seen = await watch(page)
  await page.goto('/?all')
  await settle(page)
  await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="alert(1)">'))
  await expect.poll(() => seen.violations.length).toBeGreaterThan(0)
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const alone = await context.newPage()
  const noticed = await watch(alone)
  await alone.goto(`data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')}`)
  await expect.poll(() => noticed.ran.length + noticed.dialogs.length).toBeGreaterThan(0)
  await context.close()
})
