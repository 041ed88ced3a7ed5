import type { Browser, Page } from '@playwright/test'
import { invite } from './guest.ts'
import { interactions, makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

const budget = { solo: 30, same: 16 } as const
const phone = { width: 390, height: 844 } as const
const keyResult = 'Hospital groups under contract'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const answers = (page: Page) => page.getByRole('group', { name: /: your answer$/ })
const votes = (page: Page) => page.getByRole('group', { name: /^Your vote: / })

/** The check of the node whose name is given, before it is started. */
async function checkOf(page: Page, network: string, name = 'New clients'): Promise<string> {
  const { items } = await (await page.request.get(`/api/v1/networks${network}/nodes?limit=200`)).json()
  const { id } = items.find((each: { name: string }) => each.name === name)
  await page.goto(`${network}/check?node=${id}`)
  await expect(button(page, /Start the check/)).toBeVisible()
  return id
}

/** The session of the code that is on the screen. */
async function openCheck(page: Page): Promise<{ readonly code: string; readonly ritual: string }> {
  const code = (await button(page, /Show how to join/).textContent())?.slice(-6) ?? ''
  return { code, ...(await (await page.request.get(`/api/v1/rituals/by-code/${code}`)).json()) }
}

type Person = ReturnType<typeof interactions>

/** Everything that was promised is there, and all five statements are green. */
async function promisesAndVotes(page: Page, person: Person): Promise<void> {
  await expect(answers(page)).toHaveCount(4)
  for (const at of [0, 1, 2, 3]) await person.click(answers(page).nth(at).getByRole('button').first())
  await person.click(button(page, 'Go on to the statements'))
  await expect(votes(page)).toHaveCount(5)
  for (const at of [0, 1, 2, 3, 4]) await person.click(votes(page).nth(at).getByRole('button', { name: 'Green' }))
  await person.click(button(page, 'Go on to one change'))
}

test.describe('alone, on a phone', () => {
  test.use({ viewport: phone, hasTouch: true, contextOptions: { reducedMotion: 'reduce' } })

  test('a check in thirty taps leaves what it told, and the next walk stops at it', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await checkOf(page, network)
    const person = interactions(page)
    await person.click(button(page, /Start the check/))
    await person.click(button(page, 'Go on to our numbers'))
    await expect(page.getByRole('heading', { name: keyResult })).toBeVisible()
    // one tap on the line of confidence, at its third mark
    const line = page.getByRole('slider', { name: /Confidence/ })
    const box = await line.boundingBox()
    await person.click({ click: () => line.click({ position: { x: (box?.width ?? 0) * 0.31, y: (box?.height ?? 0) / 2 } }) } as typeof line)
    await expect(line).toHaveValue('3')
    await person.click(button(page, 'Save'))
    for (const _ of [2, 3]) {
      const card = await page.getByRole('form').or(page.locator('form')).getByRole('heading').textContent()
      await person.click(page.getByRole('button', { name: 'Same as last week', exact: true }))
      await expect(page.locator('form').getByRole('heading', { name: card ?? '' })).toHaveCount(0)
    }
    await promisesAndVotes(page, person)
    await person.click(page.getByRole('textbox', { name: 'We start' }))
    await person.type('Call the carrier every Monday')
    await person.click(button(page, '50 %'))
    await person.click(button(page, 'Go on to the end'))
    await expect(page.getByText('is let go by the people of the node only')).toBeVisible()
    await expectAccessible(page, 'main')
    await person.click(button(page, 'Finish the check'))
    await expect(page.getByText(/New clients told 3 numbers and answered for 4 promises/)).toBeVisible()
    await expect(page.getByText('Start: Call the carrier every Monday')).toBeVisible()
    expect(person.count()).toBeLessThanOrEqual(budget.solo)
    await expectAccessible(page, 'main')

    await page.goto(`${network}/walk`)
    const stops = page.getByRole('list', { name: 'Stops' }).getByRole('listitem')
    await expect(stops.filter({ hasText: keyResult }).filter({ hasText: /7 to 3|7 → 3|fell/ })).not.toHaveCount(0)
  })

  test('where nothing moved, sixteen taps do', async ({ page }) => {
    const network = await makeNetwork(page, 'sample')
    await checkOf(page, network)
    const person = interactions(page)
    await person.click(button(page, /Start the check/))
    await person.click(button(page, 'Go on to our numbers'))
    await person.click(button(page, 'All the same as last week'))
    await promisesAndVotes(page, person)
    await person.click(button(page, 'Go on to the end'))
    await person.click(button(page, 'Finish the check'))
    await expect(page.getByText(/New clients told 3 numbers and answered for 4 promises/)).toBeVisible()
    expect(person.count()).toBeLessThanOrEqual(budget.same)
  })
})

type Member = { readonly page: Page; readonly vote: (question: string, colour: number) => Promise<void> }

type Room = { readonly network: string; readonly ritual: string; readonly personId?: string }

/** A member with an account, in the room of a check. */
async function member(owner: Page, browser: Browser, at: Room): Promise<Member> {
  const page = await invite(owner, browser, { role: 'contributor', ...at })
  const room = `/api/v1/networks${at.network}/rituals/${at.ritual}`
  const put = async (path: string, data: object) => {
    const answer = await page.request.put(`${room}${path}`, { data })
    expect(answer.ok(), await answer.text()).toBe(true)
  }
  await put('/seat', { nodeId: null })
  return { page, vote: (question, colour) => put(`/answers/${question}`, { body: { colour, trend: 0 } }) }
}

test('five together, one of them a guest: no vote is anywhere before all are shown, and what fewer than four voted on never leaves', async ({
  page,
  browser,
  baseURL,
}) => {
  test.slow()
  const network = await makeNetwork(page, 'sample')
  const nodeId = await checkOf(page, network)
  await button(page, 'Together with others').click()
  await expect(button(page, 'Guests')).toBeVisible()
  const { code, ritual } = await openCheck(page)
  const room = `/api/v1/networks${network}/rituals/${ritual}`
  await button(page, 'Guests').click()
  await button(page, 'Make a link').click()
  const link = await page.locator('[data-guest-link]').textContent()
  await page.keyboard.press('Escape')

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: phone, storageState: { cookies: [], origins: [] } })
  const guest = await context.newPage()
  await guest.goto(link ?? '')
  await guest.getByRole('textbox', { name: 'Your name' }).fill('Gro')
  await expectAccessible(guest)
  await button(guest, 'Come in').click()
  await expect(votes(guest)).toHaveCount(5)
  const members = [await member(page, browser, { network, ritual }), await member(page, browser, { network, ritual })]
  const { items } = await (await page.request.get(`/api/v1/networks${network}/participations?limit=200`)).json()
  const own = items.find((each: { nodeId: string; personId: string | null }) => each.nodeId === nodeId && each.personId)
  const late = await member(page, browser, { network, ritual, personId: own.personId })

  await late.page.goto('/join')
  await late.page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
  await expectAccessible(late.page)
  await button(late.page, 'Join').click()
  await expect(late.page.getByRole('heading', { name: /^Check of New clients/ })).toBeVisible()

  for (const at of [0, 1, 2, 3, 4]) await votes(guest).nth(at).getByRole('button', { name: 'Red' }).click()
  await expect(guest.getByText(/^Your votes are in/)).toBeVisible()
  for (const { vote } of members) for (const question of ['s1', 's2', 's3', 's4', 's5']) await vote(question, 2)
  for (const question of ['s2', 's3', 's4', 's5']) await late.vote(question, 1)
  for (const each of [page, late.page]) {
    const told = await (await each.request.get(`${room}/room`)).json()
    for (const { question, mine, open, spread } of told.questions) {
      expect([open, spread]).toEqual([null, null])
      if (each === page || question === 's1') expect(mine).toBeNull()
    }
  }
  await button(page, /Five statements|Next phase: Five/)
    .first()
    .click()
  await expect(votes(page)).toHaveCount(5)
  await expect(page.getByText(/^\d (green|yellow|red)/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Red', pressed: true })).toHaveCount(0)

  // who leads may show the spread at any time: the first statement has three voters by then
  await button(page, 'Show the spread').click()
  await expect(votes(page)).toHaveCount(0)
  await expect(votes(guest)).toHaveCount(0)
  await expect(guest.getByText('You are apart here: talk about this one.').first()).toBeVisible()
  await expectAccessible(guest)
  const kept = await late.page.request.post(`${room}/tallies`, { data: { keys: ['s1'] } })
  expect((await kept.json()).code).toBe('SEALED')
  expect((await late.page.request.post(`${room}/tallies`, { data: { keys: ['s2'] } })).ok()).toBe(true)

  await page.request.post(`/api/v1/networks${network}/commands`, { data: { commands: [{ name: 'ritual.close', input: { id: ritual } }] } })
  await expect(guest.getByText('It is finished.')).toBeVisible()
  await context.close()
})
