import type { Page } from '@playwright/test'
import { readCount, tooSmall } from './big-screen.ts'
import { lagOf, settled, spreadOf, watchFrames } from './frames.ts'
import { invite } from './guest.ts'
import { type Interactions, interactions, keysOnly, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'
import { commit } from './made-past.ts'
import { heading, here, openWalk, said, stage } from './walk-stage.ts'
import { goldenStops, makeWalkWeek, walkLast, withoutDay } from './walk-week.ts'

/** What a person may have to do, and how soon things are seen: times are five of what is meant, for a machine that is busy. */
const budget = {
  ...{ firstStop: 3, entry: 3, walk: 45 },
  ...{ settledMs: 3_500, followerMs: 2_500 },
  ...{ talkSeconds: 60, meetingSeconds: 1_800 },
} as const

/** A walk that somebody drives by keys, and what another window saw of it. */
type Walked = { readonly person: Interactions; readonly settledMs: number[]; readonly lagMs: number[] }

/** One key on, to a step that both windows show; the frame has settled afterwards, and everything in it can be read from far away. */
async function walkOn(page: Page, follower: Page, { person, settledMs, lagMs }: Walked, { key, to }: { key: string; to: string }): Promise<void> {
  await person.press(key)
  await expect(here(page, to)).toBeVisible()
  settledMs.push(await settled(page))
  await expect(here(follower, to)).toBeVisible()
  lagMs.push(await lagOf(page, follower, to))
  expect(await tooSmall(page), to).toEqual([])
}

/** Writes a line at the bottom of the screen, and sees it kept at the stop. */
async function writeLine(page: Page, person: Interactions, key: 'd' | 'a' | 'p', line: string): Promise<void> {
  const before = person.count()
  await person.press(key)
  await expect(page.getByRole('textbox')).toBeFocused()
  await person.type(line)
  if (key === 'a') await expect(page.getByRole('button', { name: /^owner Zanele/ })).toBeVisible()
  expect(await tooSmall(page)).toEqual([])
  await person.press('Enter')
  await expect(said(page).getByText(line.replace(/^@zanele | (by )?(tomorrow|eow|fri)$/g, ''))).toBeVisible()
  expect(person.count() - before).toBeLessThanOrEqual(budget.entry)
}

/** What is said at which stop of the week. */
const lines: readonly (readonly [stop: number, key: 'd' | 'a' | 'p', line: string])[] = [
  [0, 'd', 'Accept a slip of two weeks'],
  [0, 'a', '@zanele confirm the review by tomorrow'],
  [2, 'p', 'The name of the guide'],
  [3, 'a', '@zanele ask for the night rota eow'],
  [4, 'd', 'Stories wait until the sandbox is there'],
  [4, 'a', '@zanele tell the carriers by fri'],
]

async function expectMinutes(window: Page): Promise<void> {
  const minutes = window.getByRole('article', { name: /^Walk/ })
  await expect(minutes.getByRole('region', { name: 'Decisions' }).getByRole('listitem')).toHaveText([/Accept a slip/, /Stories wait/])
  const decisions = minutes.getByRole('region', { name: 'Decisions' })
  await expect(decisions.getByRole('link', { name: /^on “.+”$/ }).first()).toHaveAttribute('href', /\/map\?sel=(kr|need)%3A/)
  const actions = minutes.getByRole('region', { name: 'Actions', exact: true }).getByRole('listitem')
  await expect(actions).toHaveText([/confirm the review/, /ask for the night rota/, /tell the carriers/])
  for (const text of await actions.allTextContents()) expect(text).toMatch(/Zanele Dlamini, by \d/)
  await expect(minutes.getByRole('region', { name: 'Parked' })).toContainText('The name of the guide')
}

test.describe('on a big screen', () => {
  test.use({ viewport: { width: 1920, height: 1080 } })

  test('a walk by keys alone, with a follower on a phone, leaves minutes with every decision and action', async ({ page, browser }) => {
    test.slow()
    const network = await makeWalkWeek(page)
    await page.goto(network)
    const follower = await invite(page, browser, { network, role: 'facilitator', personId: 'person_zanele' })
    await follower.setViewportSize({ width: 390, height: 844 })
    expect((await openWalk(page, network)).map(withoutDay)).toEqual(goldenStops)
    await keysOnly(page)
    await watchFrames(page)
    const walked: Walked = { person: interactions(page), settledMs: [], lagMs: [] }
    const { person, settledMs, lagMs } = walked

    await person.press('Enter')
    await expect(heading(page, '0 of 2 actions done, 2 late')).toBeVisible()
    expect(await tooSmall(page)).toEqual([])
    await follower.goto(`${network}/walk`)
    await expect(heading(follower, '0 of 2 actions done, 2 late')).toBeVisible()
    await watchFrames(follower)
    await walkOn(page, follower, walked, { key: 'ArrowRight', to: 'What changed' })
    await expect(heading(page, '2 key results up, 3 promises broken')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Nodes that changed' }).getByRole('listitem').first()).toBeVisible()
    const stopAt = (at: number) => `Stops ${at + 1} of ${goldenStops.length}`
    await walkOn(page, follower, walked, { key: 'PageDown', to: stopAt(0) })
    expect(person.count()).toBeLessThanOrEqual(budget.firstStop)

    for (const [at, sentence] of goldenStops.entries()) {
      if (at === 5) await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      const [, subject = sentence] = /“([^”]+)”/.exec(sentence) ?? []
      await expect(stage(page).getByRole('article')).toContainText(subject)
      expect(await readCount(page)).toBeGreaterThan(1)
      for (const [, key, line] of lines.filter(([stop]) => stop === at)) await writeLine(page, person, key, line)
      await walkOn(page, follower, walked, { key: 'ArrowRight', to: at + 1 < goldenStops.length ? stopAt(at + 1) : 'Sweep 1 of 4' })
    }
    for (const to of ['Sweep 2 of 4', 'Sweep 3 of 4', 'Sweep 4 of 4', 'Close']) await walkOn(page, follower, walked, { key: 'ArrowRight', to })
    await expect(heading(page, '2 decisions, 3 actions')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Decisions and actions' }).getByText(/on “.+”/)).not.toHaveCount(0)
    await person.press('Control+Enter')
    expect(person.count()).toBeLessThanOrEqual(budget.walk)
    await expectMinutes(page)
    await expectMinutes(follower)

    person.told('P2 walk')
    console.log(`P2 walk: frame settled after ${spreadOf(settledMs)}; a follower sees a step after ${spreadOf(lagMs)}`)
    expect(Math.max(...settledMs)).toBeLessThanOrEqual(budget.settledMs)
    expect(Math.max(...lagMs)).toBeLessThanOrEqual(budget.followerMs)
    expect(person.klm() + goldenStops.length * budget.talkSeconds).toBeLessThanOrEqual(budget.meetingSeconds)
    expect(await follower.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page)
    await follower.context().close()
  })

  test('each key does what it says; what is missing is corrected at the close; a walk of the past is walked again as it was', async ({ page }) => {
    test.slow()
    const network = await makeNetwork(page, 'sample')
    await walkLast(page, network, 'sample_person_zanele')
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
    const sentences = await openWalk(page, network)
    await page.keyboard.press('Enter')
    await expect(heading(page, '0 of 2 actions done, 2 late')).toBeVisible()
    await page.keyboard.press('Space')
    await expect(heading(page, '1 of 2 actions done, 1 late')).toBeVisible()
    await page.keyboard.press('Space')
    await expect(heading(page, '2 of 2 actions done')).toBeVisible()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Space')
    await expect(heading(page, '1 of 2 actions done, 1 late')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await expect(heading(page, 'Nothing moved')).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('ArrowRight')
    await expect(here(page, /^Stops 1 of/)).toBeVisible()
    const title = await stopKeys(page, sentences)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Sweep' }).click()
    await expect(here(page, /^Sweep/)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close' }).click()
    await closeKeys(page)
    await expectAccessible(page)
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
    await expect(heading(page, title)).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'All walks' }).click()
    await expect(page.getByRole('region', { name: 'Past walks' }).getByRole('listitem')).toHaveCount(2)
  })
})

/** The keys of a stop, one after the other; gives the title of the one that is first afterwards. */
async function stopKeys(page: Page, sentences: readonly string[]): Promise<string> {
  const titleNow = () => heading(page, /./).textContent()
  const tool = (name: RegExp) => page.getByRole('button', { name })
  const first = String(await titleNow())
  await page.keyboard.press('3')
  await expect(heading(page, first)).toHaveCount(0)
  const title = String(await titleNow())
  await expect(here(page, `Stops 1 of ${sentences.length}`)).toBeVisible()
  for (const at of [2, 3]) {
    await page.keyboard.press('ArrowRight')
    await expect(here(page, `Stops ${at} of ${sentences.length}`)).toBeVisible()
  }
  await expect(heading(page, first)).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByText('It stays where it is.')).toBeAttached()

  await page.keyboard.press('w')
  await expect(tool(/W why/)).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('v')
  await expect(tool(/W why/)).toHaveAttribute('aria-pressed', 'false')
  await expect(tool(/V so what/)).toHaveAttribute('aria-pressed', 'true')
  await expect(stage(page).getByRole('article')).toContainText(/key results? in \d areas?:/)
  await page.keyboard.press('v')
  await expect(stage(page).getByRole('article')).toContainText(/key results? in \d areas? waits?:/)

  await page.keyboard.press('t')
  await expect(tool(/^Timer: .*, paused/)).toBeVisible()
  await page.keyboard.press('t')
  await expect(tool(/^Timer: [^,]*$/)).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('The window of the third client is missing')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText('Note The window of the third client is missing')
  return title
}

/** At the close an action without an owner and a day is outlined, and corrected in its line. */
async function closeKeys(page: Page): Promise<void> {
  const entries = page.getByRole('list', { name: 'Decisions and actions' }).getByRole('listitem')
  const line = page.getByRole('textbox')
  await expect(heading(page, '0 decisions, 0 actions')).toBeVisible()
  await page.keyboard.press('a')
  await expect(line).toBeFocused()
  await page.keyboard.type('Call the third client')
  await page.keyboard.press('Enter')
  await expect(heading(page, '0 decisions, 1 action, 1 without an owner or a day')).toBeVisible()
  await expect(entries).toContainText(['Call the third clientwho?by when?'])
  expect(await tooSmall(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(line).toHaveValue('Call the third client')
  await page.keyboard.type(' @zan')
  await page.keyboard.press('Tab')
  await expect(line).toHaveValue('Call the third client @"Zanele Dlamini" ')
  await page.keyboard.type('by fri')
  await expect(page.getByRole('button', { name: /^owner Zanele/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(heading(page, '0 decisions, 1 action')).toBeVisible()
  await expect(entries).toContainText([/Call the third clientZanele Dlamini\d/])
  await page.keyboard.press('Enter')
  await expect(line).toHaveValue(/^@"Zanele Dlamini" Call the third client by \d{4}-\d\d-\d\d$/)
  await page.keyboard.type(', at noon')
  await page.keyboard.press('Enter')
  await expect(entries).toContainText([/Call the third client, at noonZanele Dlamini\d/])
  await page.keyboard.press('d')
  await expect(line).toBeFocused()
  await page.keyboard.type('Nothing of this')
  await page.keyboard.press('Enter')
  await expect(heading(page, '1 decision, 1 action')).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Delete')
  await expect(heading(page, '0 decisions, 1 action')).toBeVisible()
}
