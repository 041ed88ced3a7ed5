import type { Browser, Page } from '@playwright/test'
import { button, checkOf, phone, votes } from './check-kit.ts'
import { invite } from './guest.ts'
import { makeNetwork } from './interactions.ts'
import { expect, expectAccessible, test } from './journey.ts'

/** The session of the code that is on the screen. */
async function openCheck(page: Page): Promise<{ readonly code: string; readonly ritual: string }> {
  const code = (await button(page, /Show how to join/).textContent())?.slice(-6) ?? ''
  const answer = () => page.request.get(`/api/v1/rituals/by-code/${code}`)
  // the code stands on the screen before the server has kept it
  await expect.poll(async () => (await answer()).ok()).toBe(true)
  return { code, ...(await (await answer()).json()) }
}

type Member = { readonly page: Page; readonly vote: (question: string, colour: number) => Promise<void> }

/** Everything that a browser is told by the server from now on: answers and events. */
async function toldTo(page: Page): Promise<readonly string[]> {
  const all: string[] = []
  page.on('response', (response) => {
    const kind = response.headers()['content-type'] ?? ''
    if (/json|html|x-component/.test(kind))
      response.text().then(
        (text) => all.push(text),
        () => undefined,
      )
  })
  const events = await page.context().newCDPSession(page)
  await events.send('Network.enable')
  events.on('Network.eventSourceMessageReceived', ({ data }) => all.push(data))
  return all
}

/** A vote as it would stand in a payload, in whichever quotes. */
const voteInWords = /colour\\*":\s*\d/
const ownWords = 'Nights without alarm on the ward'

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
  const payloads = [await toldTo(page), await toldTo(late.page)]
  const guestTold = await toldTo(guest)

  await late.page.goto('/join')
  await late.page.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase())
  await expectAccessible(late.page)
  await button(late.page, 'Join').click()
  await expect(late.page.getByRole('heading', { name: /^Check of New clients/ })).toBeVisible()

  for (const at of [0, 1, 2, 3, 4]) await votes(guest).nth(at).getByRole('button', { name: 'Red' }).click()
  await expect(guest.getByText(/^Your votes are in/)).toBeVisible()
  for (const { vote } of members) for (const question of ['s1', 's2', 's3', 's4', 's5']) await vote(question, 2)
  await members[0]?.page.request.put(`${room}/answers/value`, { data: { body: { text: ownWords } } })
  for (const each of [page, late.page]) {
    await each.reload()
    await expect(button(each, /Go on to our numbers/)).toBeVisible()
    await expect(each.getByText('1 answer so far')).toBeVisible()
    const { questions } = await (await each.request.get(`${room}/room`)).json()
    for (const { mine, open, spread } of questions) expect([mine, open, spread]).toEqual([null, null, null])
  }
  for (const told of payloads) {
    expect(told.some((text) => /answered\\*":\s*\["/.test(text))).toBe(true)
    expect(told.filter((text) => voteInWords.test(text) || text.includes(ownWords))).toEqual([])
  }
  // the guest has the own votes, which are red
  expect(guestTold.filter((text) => /colour\\*":\s*[12]/.test(text) || text.includes(ownWords))).toEqual([])
  for (const question of ['s2', 's3', 's4', 's5']) await late.vote(question, 1)
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

test('CK67: what one of the team writes down is the room’s: who leads finishes with it, and everybody sees what was left', async ({
  page,
  browser,
}) => {
  const network = await makeNetwork(page, 'sample')
  const nodeId = await checkOf(page, network)
  await button(page, 'Together with others').click()
  const { ritual } = await openCheck(page)
  const { items } = await (await page.request.get(`/api/v1/networks${network}/participations?limit=200`)).json()
  const own = items.find((each: { nodeId: string; personId: string | null }) => each.nodeId === nodeId && each.personId)
  const other = (await member(page, browser, { network, ritual, personId: own.personId })).page
  await other.goto(`${network}/check?node=${nodeId}`)
  for (const each of [page, other]) await button(each, 'One change').click()
  const line = (each: Page) => each.getByRole('textbox', { name: 'We start' })
  await line(other).fill('Call each pilot first')
  await expect(line(page)).toHaveValue('Call each pilot first')
  await button(page, '50 %').click()
  await expect(other.getByRole('button', { name: '50 %', pressed: true })).toBeVisible()
  await button(other, '75 %').click()
  await expect(page.getByRole('button', { name: '75 %', pressed: true })).toBeVisible()
  await line(page).fill('Call each pilot twice')
  await expect(line(other)).toHaveValue('Call each pilot twice')
  await button(other, 'Go on to the end').click()
  await expect(other.getByText(/finishes the check/)).toBeVisible()
  await expect(button(other, 'Finish the check')).toHaveCount(0)
  await button(page, 'Go on to the end').click()
  await button(page, 'Finish the check').click()
  for (const each of [page, other]) {
    await expect(each.getByText('Start: Call each pilot twice')).toBeVisible()
    await expect(each.getByText('75 % of last week went to these key results')).toBeVisible()
  }
  await other.context().close()
})
