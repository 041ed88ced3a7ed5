import type { Page } from '@playwright/test'
import { readCount, tooSmall } from './big-screen.ts'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { commit } from './made-past.ts'

/** What a person may have to do, and how soon a follower sees it: five times of what is meant, for a machine that is busy. */
const budget = { firstStop: 3, next: 1, entry: 3, walk: 45, followerMs: 2_500 } as const

const stage = (page: Page) => page.getByRole('main')
const heading = (page: Page, name: string | RegExp) => stage(page).getByRole('heading', { level: 1, name })
const here = (page: Page, name: string | RegExp) =>
  page.getByRole('list', { name: 'Phases' }).getByRole('button', { name }).and(page.locator('[aria-current=step]'))
const said = (page: Page) => page.getByRole('list', { name: 'Said here' })

/** A walk of last week with two actions, and a report since then that lost three points of confidence. */
async function lastWeek(page: Page, network: string): Promise<void> {
  const action = (id: string, text: string) => ({
    name: 'ritualItem.create',
    input: { id: `item_${id}`, ritualId: 'rit_last', kind: 'action', text, ownerId: 'sample_person_zanele', dueOn: '2026-01-09' },
  })
  await commit(page, network, [{ name: 'ritual.open', input: { id: 'rit_last', kind: 'walk' } }])
  await commit(page, network, [action('a', 'Ask the carrier for a date'), action('b', 'Book the room')])
  await commit(page, network, [
    { name: 'ritual.close', input: { id: 'rit_last', attendeeIds: [], mark: { id: 'mark_last', name: 'walk of last week', kind: 'walk' } } },
  ])
}

async function openWalk(page: Page, network: string): Promise<readonly string[]> {
  await page.goto(`${network}/walk`)
  await expect(page.getByRole('button', { name: 'Open the walk' })).toBeFocused()
  return page
    .getByRole('list', { name: 'Stops' })
    .getByRole('listitem')
    .filter({ hasNot: page.getByRole('heading') })
    .allTextContents()
}

/** Fails as soon as the mouse is used. */
async function keysOnly(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const kind of ['mousedown', 'pointerdown']) document.addEventListener(kind, () => document.body.setAttribute('data-mouse-used', ''), true)
  })
}

test.describe('on a big screen', () => {
  test.use({ viewport: { width: 1920, height: 1080 }, contextOptions: { reducedMotion: 'reduce' } })

  test('a walk by keys alone, with a follower on a phone, leaves minutes with every decision and action', async ({ page, browser }) => {
    test.slow()
    const network = await makeNetwork(page, 'sample')
    await page.goto(network)
    const follower = await invite(page, browser, { network, role: 'facilitator', personId: 'sample_person_zanele' })
    await follower.setViewportSize({ width: 390, height: 844 })
    await lastWeek(page, network)
    const sentences = await openWalk(page, network)
    expect(sentences.length).toBeGreaterThanOrEqual(9)
    await keysOnly(page)
    const person = interactions(page)

    await person.press('Enter')
    await expect(heading(page, '0 of 2 actions done, 2 late')).toBeVisible()
    expect(await tooSmall(page)).toEqual([])
    await follower.goto(`${network}/walk`)
    await expect(heading(follower, '0 of 2 actions done, 2 late')).toBeVisible()
    await person.press('ArrowRight')
    await expect(heading(page, 'Nothing moved')).toBeVisible()
    expect(await tooSmall(page)).toEqual([])
    await person.press('PageDown')
    await expect(here(page, `Stops 1 of ${sentences.length}`)).toBeVisible()
    expect(person.count()).toBeLessThanOrEqual(budget.firstStop)

    const write = async (key: 'd' | 'a' | 'p', text: string, kept: string) => {
      const before = person.count()
      await person.press(key)
      await expect(page.getByRole('textbox')).toBeFocused()
      await person.type(text)
      if (key === 'a') await expect(page.getByRole('button', { name: /^owner Zanele/ })).toBeVisible()
      expect(await tooSmall(page)).toEqual([])
      await person.press('Enter')
      await expect(said(page).getByText(kept)).toBeVisible()
      expect(person.count() - before).toBeLessThanOrEqual(budget.entry)
    }
    for (const [at, sentence] of sentences.entries()) {
      await expect(here(page, `Stops ${at + 1} of ${sentences.length}`)).toBeVisible()
      const [, subject = sentence] = /“([^”]+)”/.exec(sentence) ?? []
      await expect(stage(page).getByRole('article')).toContainText(subject)
      expect(await tooSmall(page), sentence).toEqual([])
      expect(await readCount(page)).toBeGreaterThan(1)
      await expect(here(follower, `Stops ${at + 1} of ${sentences.length}`)).toBeVisible()
      if (at === 0) await write('d', 'Accept a slip of two weeks', 'Accept a slip of two weeks')
      if (at === 0) await write('a', '@zanele confirm the review by tomorrow', 'confirm the review')
      if (at === 2) await write('p', 'The name of the guide', 'The name of the guide')
      if (at === 3) await write('a', '@zanele ask for the audit file eow', 'ask for the audit file')
      if (at === 4) await write('d', 'Team health is asked every week', 'Team health is asked every week')
      if (at === 4) await write('a', '@zanele check in on team health by fri', 'check in on team health')
      const startedAt = Date.now()
      await person.press('ArrowRight')
      const next = at + 1 < sentences.length ? `Stops ${at + 2} of ${sentences.length}` : /^Sweep 1 of/
      await expect(here(page, next)).toBeVisible()
      await expect(here(follower, next)).toBeVisible()
      if (at > 0) expect(Date.now() - startedAt).toBeLessThanOrEqual(budget.followerMs)
    }
    expect(await tooSmall(page)).toEqual([])
    for (const step of [/^Sweep 2 of/, /^Sweep 3 of/, /^Sweep 4 of/, 'Close']) {
      await person.press('ArrowRight')
      await expect(here(page, step)).toBeVisible()
    }
    await expect(heading(page, '2 decisions, 3 actions')).toBeVisible()
    expect(await tooSmall(page)).toEqual([])
    await expectAccessible(page)
    await person.press('Control+Enter')
    expect(person.count()).toBeLessThanOrEqual(budget.walk)
    await expect(page.locator('body[data-mouse-used]')).toHaveCount(0)

    for (const window of [page, follower]) {
      const minutes = window.getByRole('article', { name: /^Walk/ })
      await expect(minutes.getByRole('region', { name: 'Decisions' }).getByRole('listitem')).toHaveText([/Accept a slip/, /Team health is asked/])
      const actions = minutes.getByRole('region', { name: 'Actions', exact: true }).getByRole('listitem')
      await expect(actions).toHaveCount(3)
      for (const text of await actions.allTextContents()) expect(text).toMatch(/Zanele Dlamini, by /)
      await expect(minutes.getByRole('region', { name: 'Parked' })).toContainText('The name of the guide')
    }
    await expect(follower.getByRole('article', { name: /^Walk/ })).toContainText('Zanele Dlamini')
    expect(await follower.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await follower.context().close()
  })

  test('a walk of the past is walked again with the network as it was then', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await page.emulateMedia({ colorScheme: 'dark' })
    await openWalk(page, network)
    await page.keyboard.press('Enter')
    await expect(here(page, 'Last actions')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('list', { name: 'Nodes that changed' }).getByRole('listitem').first()).toBeVisible()
    expect(await tooSmall(page)).toEqual([])
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    const title = await heading(page, /./).textContent()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sweep' }).click()
    await expect(here(page, /^Sweep/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await expect(heading(page, '0 decisions, 0 actions')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('article', { name: /^Walk/ })).toBeVisible()
    const { items } = await (await page.request.get(`/api/v1/networks${network}/key-results`)).json()
    const { id } = items.find((each: { title: string }) => each.title === title)
    await commit(page, network, [{ name: 'keyResult.update', input: { id, set: { title: 'Called otherwise since' } } }])
    await page.getByRole('button', { name: 'Walk it again as it was' }).click()
    await expect(here(page, 'Last actions')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(here(page, 'What changed')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(heading(page, title ?? '')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'All walks' }).click()
    await expect(page.getByRole('region', { name: 'Past walks' }).getByRole('listitem')).toHaveCount(1)
  })
})

test('two who press next at once go one stop on; a follower looks elsewhere and comes back; the lead is handed over', async ({ page, browser }) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  await openWalk(page, network)
  const lead = await invite(page, browser, { network, role: 'facilitator', personId: 'sample_person_zanele' })
  await page.keyboard.press('Enter')
  await expect(here(page, 'Last actions')).toBeVisible()
  const second = await page.context().newPage()
  await second.goto(`${network}/walk`)
  await lead.goto(`${network}/walk`)
  await page.getByRole('button', { name: 'Stops' }).click()
  for (const window of [page, second, lead]) await expect(here(window, /^Stops 1 of/)).toBeVisible()
  await Promise.all([page.keyboard.press('ArrowRight'), second.keyboard.press('ArrowRight')])
  for (const window of [page, second, lead]) await expect(here(window, /^Stops 2 of/)).toBeVisible()
  await second.close()

  await lead.keyboard.press('ArrowRight')
  await expect(here(lead, /^Stops 3 of/)).toBeVisible()
  await expect(here(page, /^Stops 2 of/)).toBeVisible()
  await lead.keyboard.press('f')
  await expect(here(lead, /^Stops 2 of/)).toBeVisible()
  const chain = lead.getByRole('region', { name: /^Chain of/ })
  await chain.hover()
  await lead.mouse.wheel(120, 0)
  await expect(lead.getByRole('button', { name: /^F follow Ana Lind again/ })).toBeVisible()
  await page.keyboard.press('w')
  await lead.keyboard.press('f')
  await expect(lead.getByRole('button', { name: /W why/ })).toHaveAttribute('aria-pressed', 'true')

  await lead.keyboard.press('h')
  await lead.getByRole('button', { name: 'I lead from here' }).click()
  await expect(page.getByText('You follow Zanele Dlamini')).toBeVisible()
  await lead.keyboard.press('ArrowRight')
  for (const window of [page, lead]) await expect(here(window, /^Stops 3 of/)).toBeVisible()
  await lead.context().close()
})

test('a window that is loaded anew, a record that was deleted and a server that is away do not end a walk', async ({ page, weft }) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  await openWalk(page, network)
  await page.keyboard.press('Enter')
  await expect(here(page, 'Last actions')).toBeVisible()
  await page.getByRole('button', { name: 'Stops' }).click()
  await expect(here(page, /^Stops 1 of/)).toBeVisible()
  await page.keyboard.press('a')
  await page.keyboard.type('half a sentence')
  await page.reload()
  await expect(here(page, /^Stops 1 of/)).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByRole('textbox')).toHaveValue('half a sentence')
  await page.keyboard.press('Escape')

  const title = await heading(page, /./).textContent()
  const { items } = await (await page.request.get(`/api/v1/networks${network}/key-results`)).json()
  const { id } = items.find((each: { title: string }) => each.title === title)
  await commit(page, network, [{ name: 'keyResult.delete', input: { id, carry: true } }])
  await expect(stage(page).getByRole('article')).toContainText('Deleted meanwhile')

  await weft.kill()
  await page.keyboard.press('ArrowRight')
  await expect(here(page, /^Stops 2 of/)).toBeVisible()
  await page.keyboard.press('d')
  await page.keyboard.type('Decided while the server was away')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('Decided while the server was away')
  await expect(page.getByRole('status').filter({ hasText: 'changes wait' })).toBeVisible()
  await weft.again()
  await expect(page.getByRole('status').filter({ hasText: 'Not connected' })).toHaveCount(0, { timeout: 30_000 })
  await page.reload()
  await expect(here(page, /^Stops 2 of/)).toBeVisible()
  await expect(said(page)).toContainText('Decided while the server was away')
})

test('without a walk before, and with nothing to walk through, the page says what to do', async ({ page }) => {
  const empty = await makeNetwork(page, 'blank', 'Empty')
  await page.goto(`${empty}/walk`)
  await expect(page.getByRole('heading', { name: 'There is nothing to walk through yet' })).toBeVisible()
  await expectAccessible(page)
  const network = await makeNetwork(page, 'sample')
  await openWalk(page, network)
  await expect(page.getByRole('region', { name: 'Past walks' })).toContainText('None yet')
  await expectAccessible(page)
})
